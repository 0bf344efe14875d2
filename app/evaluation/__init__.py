"""Evaluations of many cases: what is compared, tables of numbers, and what stands out."""
