"""Words of the trade by the heading they stand under; ``app.glossary`` puts them together."""
