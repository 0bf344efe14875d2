<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Open a scan first.</source>
        <translation>Zuerst eine Aufnahme öffnen.</translation>
    </message>
    <message>
        <source>Open a second scan first.</source>
        <translation>Zuerst eine zweite Aufnahme öffnen.</translation>
    </message>
    <message>
        <source>Open or predict a mask first.</source>
        <translation>Zuerst eine Maske öffnen oder vorhersagen.</translation>
    </message>
    <message>
        <source>Compare a prediction with its reference first.</source>
        <translation>Zuerst eine Vorhersage mit ihrer Referenz vergleichen.</translation>
    </message>
    <message>
        <source>Open a reference mask and a prediction over one scan first.</source>
        <translation>Zuerst eine Referenzmaske und eine Vorhersage über einer Aufnahme öffnen.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Die Änderung erneut vornehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a scan, mask or zip</source>
        <translation>Eine Aufnahme, Maske oder ZIP-Datei öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open DICOM &amp;folder…</source>
        <translation>DICOM-&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open a folder of DICOM slices</source>
        <translation>Einen Ordner mit DICOM-Schichten öffnen</translation>
    </message>
    <message>
        <source>Open &amp;mask…</source>
        <translation>&amp;Maske öffnen…</translation>
    </message>
    <message>
        <source>Lay a mask over the open scan</source>
        <translation>Eine Maske über die geöffnete Aufnahme legen</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Open second scan &amp;beside…</source>
        <translation>&amp;Zweite Aufnahme daneben öffnen…</translation>
    </message>
    <message>
        <source>Lay another scan beside the open one, at the same place of the patient</source>
        <translation>Eine weitere Aufnahme neben die geöffnete legen, an derselben Stelle des Patienten</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>&amp;Save mask as…</source>
        <translation>Maske &amp;speichern unter…</translation>
    </message>
    <message>
        <source>Save the chosen mask to a file</source>
        <translation>Die gewählte Maske in eine Datei speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Export surface…</source>
        <translation>Oberfläche &amp;exportieren…</translation>
    </message>
    <message>
        <source>Save the surface of a label as an STL or PLY file, in mm</source>
        <translation>Die Oberfläche eines Labels als STL- oder PLY-Datei speichern, in mm</translation>
    </message>
    <message>
        <source>Save sess&amp;ion as…</source>
        <translation>S&amp;itzung speichern unter…</translation>
    </message>
    <message>
        <source>Save what is open and how it is looked at as one small file, to go on with later</source>
        <translation>Was offen ist und wie es betrachtet wird, als eine kleine Datei speichern, um später weiterzumachen</translation>
    </message>
    <message>
        <source>Save rep&amp;ort of the newest run…</source>
        <translation>&amp;Bericht des neuesten Laufs speichern…</translation>
    </message>
    <message>
        <source>Task, settings, what was run and what came out, as a web page or PDF without names</source>
        <translation>Aufgabe, Einstellungen, was gelaufen ist und was herauskam, als Webseite oder PDF ohne Namen</translation>
    </message>
    <message>
        <source>Open &amp;data set folder…</source>
        <translation>&amp;Datensatzordner öffnen…</translation>
    </message>
    <message>
        <source>Choose a folder of scans with their masks, to train on</source>
        <translation>Einen Ordner mit Aufnahmen und ihren Masken wählen, um damit zu trainieren</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>&amp;Case table…</source>
        <translation>&amp;Falltabelle…</translation>
    </message>
    <message>
        <source>Everything about the cases of the data set: pairs, verdicts, repairs, persons</source>
        <translation>Alles über die Fälle des Datensatzes: Paare, Urteile, Reparaturen, Personen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Open demo &amp;patients</source>
        <translation>Demo-&amp;Patienten öffnen</translation>
    </message>
    <message>
        <source>Make six artificial patients and open the first, ready to train on</source>
        <translation>Sechs künstliche Patienten erzeugen und den ersten öffnen, bereit zum Training</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>&amp;Clear recent files</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Forget the recent files</source>
        <translation>Die zuletzt verwendeten Dateien vergessen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close Slicewise</source>
        <translation>Slicewise schließen</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Befehl suchen…</translation>
    </message>
    <message>
        <source>Type a few letters of any command, panel, window preset or recent file</source>
        <translation>Einige Buchstaben eines Befehls, Bereichs, Fensters oder einer zuletzt verwendeten Datei eingeben</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Tasten und Maus</translation>
    </message>
    <message>
        <source>Every key and what the mouse does</source>
        <translation>Jede Taste und was die Maus tut</translation>
    </message>
    <message>
        <source>&amp;Words used here</source>
        <translation>&amp;Wörter erklärt</translation>
    </message>
    <message>
        <source>Every technical word in one line, for readers of CTs</source>
        <translation>Jeder Fachbegriff in einer Zeile, für Menschen, die CTs befunden</translation>
    </message>
    <message>
        <source>&amp;About Slicewise</source>
        <translation>Übe&amp;r Slicewise</translation>
    </message>
    <message>
        <source>Version and purpose</source>
        <translation>Version und Zweck</translation>
    </message>
    <message>
        <source>&amp;Masks</source>
        <translation>&amp;Masken</translation>
    </message>
    <message>
        <source>Show or hide every mask</source>
        <translation>Alle Masken zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>P&amp;revious label</source>
        <translation>V&amp;origes Label</translation>
    </message>
    <message>
        <source>Choose the label above in the Segments panel</source>
        <translation>Das Label darüber im Bereich Segmente wählen</translation>
    </message>
    <message>
        <source>N&amp;ext label</source>
        <translation>Nä&amp;chstes Label</translation>
    </message>
    <message>
        <source>Choose the label below in the Segments panel</source>
        <translation>Das Label darunter im Bereich Segmente wählen</translation>
    </message>
    <message>
        <source>&amp;Next way of comparing</source>
        <translation>&amp;Nächste Vergleichsart</translation>
    </message>
    <message>
        <source>Show reference, prediction, agreement, differences, then the masks as they are set</source>
        <translation>Referenz, Vorhersage, Übereinstimmung, Unterschiede zeigen, dann die Masken wie eingestellt</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Masks as they are set</source>
        <translation>&amp;Masken wie eingestellt</translation>
    </message>
    <message>
        <source>Show every mask as the Segments panel says</source>
        <translation>Jede Maske zeigen, wie es der Bereich Segmente sagt</translation>
    </message>
    <message>
        <source>&amp;Reference alone</source>
        <translation>Nur &amp;Referenz</translation>
    </message>
    <message>
        <source>Show nothing but the reference</source>
        <translation>Nichts als die Referenz zeigen</translation>
    </message>
    <message>
        <source>&amp;Prediction alone</source>
        <translation>Nur &amp;Vorhersage</translation>
    </message>
    <message>
        <source>Show nothing but the prediction</source>
        <translation>Nichts als die Vorhersage zeigen</translation>
    </message>
    <message>
        <source>&amp;Agreement</source>
        <translation>Ü&amp;bereinstimmung</translation>
    </message>
    <message>
        <source>Show what is in both, only in the prediction and only in the reference</source>
        <translation>Zeigen, was in beiden, nur in der Vorhersage und nur in der Referenz ist</translation>
    </message>
    <message>
        <source>&amp;Outlines of differences</source>
        <translation>&amp;Umrisse der Unterschiede</translation>
    </message>
    <message>
        <source>Outline what only one of the two has</source>
        <translation>Umranden, was nur eine der beiden hat</translation>
    </message>
    <message>
        <source>Next re&amp;gion</source>
        <translation>Nächste Re&amp;gion</translation>
    </message>
    <message>
        <source>Show the agreement of the next region</source>
        <translation>Die Übereinstimmung der nächsten Region zeigen</translation>
    </message>
    <message>
        <source>&amp;Flicker between masks</source>
        <translation>Zwischen Masken &amp;wechseln</translation>
    </message>
    <message>
        <source>Show reference and prediction in turn, twice a second</source>
        <translation>Referenz und Vorhersage abwechselnd zeigen, zweimal in der Sekunde</translation>
    </message>
    <message>
        <source>&amp;Next worst slice</source>
        <translation>&amp;Nächstschlechteste Schicht</translation>
    </message>
    <message>
        <source>Go to the slice with the next lowest Dice</source>
        <translation>Zur Schicht mit dem nächstniedrigen Dice gehen</translation>
    </message>
    <message>
        <source>Next worst</source>
        <translation>Nächste schlechte</translation>
    </message>
    <message>
        <source>&amp;Previous worst slice</source>
        <translation>&amp;Vorige schlechteste Schicht</translation>
    </message>
    <message>
        <source>Go back to the slice with the lower Dice</source>
        <translation>Zurück zur Schicht mit dem niedrigeren Dice</translation>
    </message>
    <message>
        <source>Prev worst</source>
        <translation>Vorige schlechte</translation>
    </message>
    <message>
        <source>&amp;Distance</source>
        <translation>&amp;Strecke</translation>
    </message>
    <message>
        <source>Measure a distance: drag from end to end, or click both</source>
        <translation>Eine Strecke messen: von Ende zu Ende ziehen oder beide anklicken</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Strecke</translation>
    </message>
    <message>
        <source>&amp;Angle</source>
        <translation>&amp;Winkel</translation>
    </message>
    <message>
        <source>Measure an angle: drag to its corner, then click the second end</source>
        <translation>Einen Winkel messen: zum Scheitel ziehen, dann das zweite Ende anklicken</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>&amp;Ellipse</source>
        <translation>&amp;Ellipse</translation>
    </message>
    <message>
        <source>Mean, spread and range of the values in an ellipse: drag from corner to corner</source>
        <translation>Mittelwert, Streuung und Bereich der Werte in einer Ellipse: von Ecke zu Ecke ziehen</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Write a note beside a place: click, write, Enter</source>
        <translation>Eine Notiz neben eine Stelle schreiben: klicken, schreiben, Eingabe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Delete &amp;measurement</source>
        <translation>&amp;Messung löschen</translation>
    </message>
    <message>
        <source>Delete the chosen measurement</source>
        <translation>Die gewählte Messung löschen</translation>
    </message>
    <message>
        <source>Ne&amp;xt lesion</source>
        <translation>Nä&amp;chste Läsion</translation>
    </message>
    <message>
        <source>Go to the next lesion of the mask, the largest first; Tab does it in a view</source>
        <translation>Zur nächsten Läsion der Maske gehen, die größte zuerst; in einer Ansicht tut es Tab</translation>
    </message>
    <message>
        <source>&amp;Previous lesion</source>
        <translation>&amp;Vorige Läsion</translation>
    </message>
    <message>
        <source>Go to the lesion before; Shift+Tab does it in a view</source>
        <translation>Zur Läsion davor gehen; in einer Ansicht tut es Umschalt+Tab</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>&amp;Lernen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Anordnung</translation>
    </message>
    <message>
        <source>Which views are shown, and where</source>
        <translation>Welche Ansichten gezeigt werden und wo</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>Which panels are shown, and where</source>
        <translation>Welche Bereiche gezeigt werden und wo</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>Dunkel oder hell</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language of the window, from the next start on</source>
        <translation>Sprache des Fensters, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Show the Data panel</source>
        <translation>Den Bereich Daten zeigen</translation>
    </message>
    <message>
        <source>Bring the Data panel to the front</source>
        <translation>Den Bereich Daten nach vorn holen</translation>
    </message>
    <message>
        <source>Show the Segments panel</source>
        <translation>Den Bereich Segmente zeigen</translation>
    </message>
    <message>
        <source>Bring the Segments panel to the front</source>
        <translation>Den Bereich Segmente nach vorn holen</translation>
    </message>
    <message>
        <source>&amp;Steps to a model</source>
        <translation>&amp;Schritte zum Modell</translation>
    </message>
    <message>
        <source>Show the Steps panel: what is done, what is next, and why a step waits</source>
        <translation>Den Bereich Schritte zeigen: was getan ist, was folgt und warum ein Schritt wartet</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>Show the Train panel</source>
        <translation>Den Bereich Training zeigen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>All &amp;runs…</source>
        <translation>Alle &amp;Läufe…</translation>
    </message>
    <message>
        <source>Every training run with its settings and scores, and the queue for the night</source>
        <translation>Jeder Trainingslauf mit Einstellungen und Werten, und die Warteschlange für die Nacht</translation>
    </message>
    <message>
        <source>Show the curves of the running or newest run in a window of their own</source>
        <translation>Die Kurven des laufenden oder neuesten Laufs in einem eigenen Fenster zeigen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>The &amp;network…</source>
        <translation>Das &amp;Netz…</translation>
    </message>
    <message>
        <source>The network drawn as the U it is: levels, skips, what it sees and what it takes</source>
        <translation>Das Netz als das U gezeichnet, das es ist: Ebenen, Sprungverbindungen, was es sieht und was es braucht</translation>
    </message>
    <message>
        <source>Split &amp;board…</source>
        <translation>&amp;Aufteilung…</translation>
    </message>
    <message>
        <source>C&amp;urves</source>
        <translation>&amp;Kurven</translation>
    </message>
    <message>
        <source>Would more patients &amp;help?…</source>
        <translation>&amp;Helfen mehr Patienten?…</translation>
    </message>
    <message>
        <source>A learning curve: trainings on a quarter up to all of the patients, and what it says</source>
        <translation>Eine Lernkurve: Trainings mit einem Viertel der Patienten bis zu allen, und was sie sagt</translation>
    </message>
    <message>
        <source>More?</source>
        <translation>Mehr?</translation>
    </message>
    <message>
        <source>&amp;What the network sees…</source>
        <translation>Was das Netz si&amp;eht…</translation>
    </message>
    <message>
        <source>The very pictures and masks it learns from, with and without augmentation</source>
        <translation>Genau die Bilder und Masken, von denen es lernt, mit und ohne Augmentation</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>&amp;Predict</source>
        <translation>&amp;Vorhersagen</translation>
    </message>
    <message>
        <source>Show the Predict panel</source>
        <translation>Den Bereich Vorhersage zeigen</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>The mode&amp;l…</source>
        <translation>Das &amp;Modell…</translation>
    </message>
    <message>
        <source>Passport of the chosen model: origin, data, scores, limits, and what a use costs</source>
        <translation>Pass des gewählten Modells: Herkunft, Daten, Werte, Grenzen und was eine Anwendung kostet</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>A&amp;uswerten</translation>
    </message>
    <message>
        <source>Show the Evaluate panel</source>
        <translation>Den Bereich Auswertung zeigen</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Evaluate &amp;many cases…</source>
        <translation>Viele Fälle aus&amp;werten…</translation>
    </message>
    <message>
        <source>Compare folders of masks, the validation patients of a run, or two readers</source>
        <translation>Ordner von Masken, die Validierungspatienten eines Laufs oder zwei Befunder vergleichen</translation>
    </message>
    <message>
        <source>&amp;Grey window</source>
        <translation>&amp;Grauwertfenster</translation>
    </message>
    <message>
        <source>Show the Window panel: histogram, numbers and presets</source>
        <translation>Den Bereich Fenster zeigen: Histogramm, Zahlen und Voreinstellungen</translation>
    </message>
    <message>
        <source>Measurements and &amp;lesions</source>
        <translation>Messungen und &amp;Läsionen</translation>
    </message>
    <message>
        <source>Show the Measure panel</source>
        <translation>Den Bereich Messen zeigen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>Show everything Slicewise has said</source>
        <translation>Alles zeigen, was Slicewise gesagt hat</translation>
    </message>
    <message>
        <source>&amp;Arrange panels as at first</source>
        <translation>Bereiche an&amp;ordnen wie am Anfang</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>Jeden Bereich dorthin zurücklegen, wo er am Anfang war</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Give the keyboard to the next panel, or to the views</source>
        <translation>Die Tastatur dem nächsten Bereich oder den Ansichten geben</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>Give the keyboard to the panel before</source>
        <translation>Die Tastatur dem Bereich davor geben</translation>
    </message>
    <message>
        <source>&amp;Float or dock this panel</source>
        <translation>Bereich &amp;lösen oder andocken</translation>
    </message>
    <message>
        <source>Let the panel in use float over the window, or dock it again</source>
        <translation>Den benutzten Bereich über dem Fenster schweben lassen oder wieder andocken</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Dark window: least glare beside the scan</source>
        <translation>Dunkles Fenster: am wenigsten Blendung neben der Aufnahme</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Light window; the views stay dark</source>
        <translation>Helles Fenster; die Ansichten bleiben dunkel</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Dark or light, as the system has it</source>
        <translation>Dunkel oder hell, wie es das System vorgibt</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>Sprache des &amp;Systems</translation>
    </message>
    <message>
        <source>As the computer has it, from the next start on; English where there is no other</source>
        <translation>Wie der Computer, ab dem nächsten Start; Englisch, wo es keine andere gibt</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>What dragging does</source>
        <translation>Was Ziehen bewirkt</translation>
    </message>
    <message>
        <source>Masks and comparing</source>
        <translation>Masken und Vergleich</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Panels and looks</source>
        <translation>Bereiche und Aussehen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Crosshair</source>
        <translation>Faden&amp;kreuz</translation>
    </message>
    <message>
        <source>Dragging moves the crosshair through all views</source>
        <translation>Ziehen bewegt das Fadenkreuz durch alle Ansichten</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>Fadenkreuz</translation>
    </message>
    <message>
        <source>Window/le&amp;vel</source>
        <translation>Fenst&amp;erung</translation>
    </message>
    <message>
        <source>Dragging changes brightness and contrast</source>
        <translation>Ziehen ändert Helligkeit und Kontrast</translation>
    </message>
    <message>
        <source>&amp;Four-up</source>
        <translation>&amp;Vier Ansichten</translation>
    </message>
    <message>
        <source>Show all three planes and the 3D view</source>
        <translation>Alle drei Ebenen und die 3D-Ansicht zeigen</translation>
    </message>
    <message>
        <source>Four-up</source>
        <translation>Vier</translation>
    </message>
    <message>
        <source>Axial &amp;large</source>
        <translation>Axial &amp;groß</translation>
    </message>
    <message>
        <source>Show the axial plane large beside the others</source>
        <translation>Die axiale Ebene groß neben den anderen zeigen</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>&amp;One-up</source>
        <translation>Ein&amp;zelansicht</translation>
    </message>
    <message>
        <source>Show the axial plane alone</source>
        <translation>Die axiale Ebene allein zeigen</translation>
    </message>
    <message>
        <source>One-up</source>
        <translation>Eine</translation>
    </message>
    <message>
        <source>&amp;Three over one</source>
        <translation>&amp;Drei über einer</translation>
    </message>
    <message>
        <source>Show the three planes in a row over the 3D view</source>
        <translation>Die drei Ebenen in einer Reihe über der 3D-Ansicht zeigen</translation>
    </message>
    <message>
        <source>Three over</source>
        <translation>Drei über</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>Nebenein&amp;ander</translation>
    </message>
    <message>
        <source>Show one plane of the open scan beside the same plane of the second</source>
        <translation>Eine Ebene der geöffneten Aufnahme neben derselben Ebene der zweiten zeigen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Reference besi&amp;de prediction</source>
        <translation>Referenz neb&amp;en Vorhersage</translation>
    </message>
    <message>
        <source>Show the axial plane with the reference and, beside it, with the prediction</source>
        <translation>Die axiale Ebene mit der Referenz und daneben mit der Vorhersage zeigen</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>&amp;Flicker between scans</source>
        <translation>Zwischen Aufnahmen &amp;wechseln</translation>
    </message>
    <message>
        <source>Show the second scan in place of the first, or back</source>
        <translation>Die zweite Aufnahme anstelle der ersten zeigen, oder zurück</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>Pla&amp;y slices</source>
        <translation>Schichten ab&amp;spielen</translation>
    </message>
    <message>
        <source>Play the slices of the view in use like a film, or stop</source>
        <translation>Die Schichten der benutzten Ansicht wie einen Film abspielen, oder anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>&amp;Reset views</source>
        <translation>Ansichten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Fit every slice into its view</source>
        <translation>Jede Schicht in ihre Ansicht einpassen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Smooth image</source>
        <translation>Bild g&amp;lätten</translation>
    </message>
    <message>
        <source>Blend between pixels, or show each as a square</source>
        <translation>Zwischen Pixeln überblenden oder jeden als Quadrat zeigen</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glatt</translation>
    </message>
    <message>
        <source>How far the work is</source>
        <translation>Wie weit die Arbeit ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave it closed; what is open stays as it is</source>
        <translation>Geschlossen lassen; was offen ist, bleibt wie es ist</translation>
    </message>
    <message>
        <source>remove {mask}</source>
        <translation>{mask} entfernen</translation>
    </message>
    <message>
        <source>{title} ({shown} of {regions} regions)</source>
        <translation>{title} ({shown} von {regions} Regionen)</translation>
    </message>
    <message>
        <source>{prediction} against {reference}</source>
        <translation>{prediction} gegen {reference}</translation>
    </message>
    <message>
        <source>{cases} may be one person: {evidence}; answer in the case table, under Persons.</source>
        <translation>{cases} könnten eine Person sein: {evidence}; bitte in der Falltabelle unter Personen beantworten.</translation>
    </message>
    <message>
        <source>{cases} may be one person: {evidence} (and {more} more); answer in the case table, under Persons.</source>
        <translation>{cases} könnten eine Person sein: {evidence} (und {more} weitere); bitte in der Falltabelle unter Personen beantworten.</translation>
    </message>
    <message>
        <source>{bad} of {checked} pairs cannot be used; {case}: {problem}</source>
        <translation>{bad} von {checked} Paaren sind nicht verwendbar; {case}: {problem}</translation>
    </message>
    <message>
        <source>All {checked} pairs are sound.</source>
        <translation>Alle {checked} Paare sind in Ordnung.</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>After the repair</source>
        <translation>Nach der Reparatur</translation>
    </message>
    <message>
        <source>What is known of the case</source>
        <translation>Was über den Fall bekannt ist</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Fall öffnen</translation>
    </message>
    <message>
        <source>Open scan and mask in the main window</source>
        <translation>Aufnahme und Maske im Hauptfenster öffnen</translation>
    </message>
    <message>
        <source>Ways to mend this case</source>
        <translation>Wege, diesen Fall zu reparieren</translation>
    </message>
    <message>
        <source>Show repair</source>
        <translation>Reparatur zeigen</translation>
    </message>
    <message>
        <source>Draw the case as it would be then</source>
        <translation>Den Fall so zeichnen, wie er dann wäre</translation>
    </message>
    <message>
        <source>Apply to new copy…</source>
        <translation>Auf neue Kopie anwenden…</translation>
    </message>
    <message>
        <source>Write a repaired copy of the data set into a new folder; your files stay as they are</source>
        <translation>Eine reparierte Kopie des Datensatzes in einen neuen Ordner schreiben; Ihre Dateien bleiben wie sie sind</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Wird gezeichnet…</translation>
    </message>
    <message>
        <source>As it is. {slice_told}</source>
        <translation>Wie es ist. {slice_told}</translation>
    </message>
    <message>
        <source>After the repair.</source>
        <translation>Nach der Reparatur.</translation>
    </message>
    <message>
        <source>Nothing of the case would remain.</source>
        <translation>Vom Fall würde nichts übrig bleiben.</translation>
    </message>
    <message>
        <source>No case is chosen.</source>
        <translation>Kein Fall ist gewählt.</translation>
    </message>
    <message>
        <source>{case}: not checked yet.</source>
        <translation>{case}: noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Paired because {reason} ({confidence:.0%} sure).</source>
        <translation>Gepaart, weil {reason} ({confidence:.0%} sicher).</translation>
    </message>
    <message>
        <source>Scan: {files}</source>
        <translation>Aufnahme: {files}</translation>
    </message>
    <message>
        <source>Mask: {files}</source>
        <translation>Maske: {files}</translation>
    </message>
    <message>
        <source>Repair proposed: {title}. {reason}</source>
        <translation>Vorgeschlagene Reparatur: {title}. {reason}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{first} and {more} more</source>
        <translation>{first} und {more} weitere</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why it is not used</source>
        <translation>Warum sie nicht verwendet wird</translation>
    </message>
    <message>
        <source>Files of no pair</source>
        <translation>Dateien ohne Paar</translation>
    </message>
    <message>
        <source>Every file found its partner.</source>
        <translation>Jede Datei hat ihren Partner gefunden.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Voxel</source>
        <translation>Voxel</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Paired because</source>
        <translation>Gepaart, weil</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>no scale</source>
        <translation>kein Maßstab</translation>
    </message>
    <message>
        <source>Case {case}, person {person}</source>
        <translation>Fall {case}, Person {person}</translation>
    </message>
    <message>
        <source>Case {case}</source>
        <translation>Fall {case}</translation>
    </message>
    <message>
        <source>Double-click or Enter opens it.</source>
        <translation>Doppelklick oder Eingabe öffnet ihn.</translation>
    </message>
    <message>
        <source>{label}: {voxels:,} voxels in 1 slice</source>
        <translation>{label}: {voxels:,} Voxel in 1 Schicht</translation>
    </message>
    <message>
        <source>{label}: {voxels:,} voxels in {slices} slices</source>
        <translation>{label}: {voxels:,} Voxel in {slices} Schichten</translation>
    </message>
    <message>
        <source>{ml:,.0f} ml</source>
        <translation>{ml:,.0f} ml</translation>
    </message>
    <message>
        <source>{ml:.1f} ml</source>
        <translation>{ml:.1f} ml</translation>
    </message>
    <message>
        <source>{ml:.2f} ml</source>
        <translation>{ml:.2f} ml</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>Was dafür spricht</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Scans of one person must not be learned from and scored on at once. Names do not always tell; pixels and bones do. What you answer holds for training and for plans.</source>
        <translation>Von Aufnahmen einer Person darf nicht zugleich gelernt und an ihnen bewertet werden. Namen verraten es nicht immer; Pixel und Knochen schon. Ihre Antwort gilt für Training und Pläne.</translation>
    </message>
    <message>
        <source>No two cases look like one person.</source>
        <translation>Keine zwei Fälle sehen nach einer Person aus.</translation>
    </message>
    <message>
        <source>Check the pairs first: cases are compared while they are read.</source>
        <translation>Zuerst die Paare prüfen: Fälle werden beim Lesen verglichen.</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>kept together</source>
        <translation>zusammengehalten</translation>
    </message>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>kept together, it is certain</source>
        <translation>zusammengehalten, es ist sicher</translation>
    </message>
    <message>
        <source>Cases that may be of one person</source>
        <translation>Fälle, die von einer Person sein könnten</translation>
    </message>
    <message>
        <source>Keep together</source>
        <translation>Zusammenhalten</translation>
    </message>
    <message>
        <source>Never split the chosen cases (one person)</source>
        <translation>Die gewählten Fälle nie trennen (eine Person)</translation>
    </message>
    <message>
        <source>They are different</source>
        <translation>Sie sind verschieden</translation>
    </message>
    <message>
        <source>The chosen cases are different persons</source>
        <translation>Die gewählten Fälle sind verschiedene Personen</translation>
    </message>
    <message>
        <source>{cases} are one person: {evidence}.</source>
        <translation>{cases} sind eine Person: {evidence}.</translation>
    </message>
    <message>
        <source>{cases} may be one person: {evidence}.</source>
        <translation>{cases} könnten eine Person sein: {evidence}.</translation>
    </message>
    <message>
        <source>A copy of the data set is written into a new folder, with these repairs made and a record of what was changed and why beside it. Your own files stay as they are.</source>
        <translation>Eine Kopie des Datensatzes wird in einen neuen Ordner geschrieben, mit diesen Reparaturen und einem Verzeichnis, was geändert wurde und warum. Ihre eigenen Dateien bleiben wie sie sind.</translation>
    </message>
    <message>
        <source>Write a repaired copy</source>
        <translation>Eine reparierte Kopie schreiben</translation>
    </message>
    <message>
        <source>Repairs to make</source>
        <translation>Vorzunehmende Reparaturen</translation>
    </message>
    <message>
        <source>New folder for the repaired copy</source>
        <translation>Neuer Ordner für die reparierte Kopie</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose where the new folder is made</source>
        <translation>Wählen, wo der neue Ordner angelegt wird</translation>
    </message>
    <message>
        <source>Write copy</source>
        <translation>Kopie schreiben</translation>
    </message>
    <message>
        <source>New folder:</source>
        <translation>Neuer Ordner:</translation>
    </message>
    <message>
        <source>Where the copy goes</source>
        <translation>Wohin die Kopie kommt</translation>
    </message>
    <message>
        <source>Writing the repaired copy</source>
        <translation>Die reparierte Kopie wird geschrieben</translation>
    </message>
    <message>
        <source>The repaired copy was not finished; it is no data set.</source>
        <translation>Die reparierte Kopie wurde nicht fertig; sie ist kein Datensatz.</translation>
    </message>
    <message>
        <source>The repaired copy {folder} is written: 1 repair, recorded in its folder.</source>
        <translation>Die reparierte Kopie {folder} ist geschrieben: 1 Reparatur, in ihrem Ordner verzeichnet.</translation>
    </message>
    <message>
        <source>The repaired copy {folder} is written: {repairs} repairs, recorded in its folder.</source>
        <translation>Die reparierte Kopie {folder} ist geschrieben: {repairs} Reparaturen, in ihrem Ordner verzeichnet.</translation>
    </message>
    <message>
        <source>{written} Use it as the data set?</source>
        <translation>{written} Als Datensatz verwenden?</translation>
    </message>
    <message>
        <source>What was changed, why and when stands in its folder “repairs”; your own files are as they were.</source>
        <translation>Was geändert wurde, warum und wann, steht in ihrem Ordner „repairs“; Ihre eigenen Dateien sind wie zuvor.</translation>
    </message>
    <message>
        <source>Use the copy</source>
        <translation>Kopie verwenden</translation>
    </message>
    <message>
        <source>Stay with mine</source>
        <translation>Bei meinen bleiben</translation>
    </message>
    <message>
        <source>Cases of the data set</source>
        <translation>Fälle des Datensatzes</translation>
    </message>
    <message>
        <source>Check pairs</source>
        <translation>Paare prüfen</translation>
    </message>
    <message>
        <source>Read every scan with its mask and name what does not fit</source>
        <translation>Jede Aufnahme mit ihrer Maske lesen und benennen, was nicht passt</translation>
    </message>
    <message>
        <source>Cases checked</source>
        <translation>Geprüfte Fälle</translation>
    </message>
    <message>
        <source>no data set</source>
        <translation>kein Datensatz</translation>
    </message>
    <message>
        <source>Cases of {folder} – Slicewise</source>
        <translation>Fälle von {folder} – Slicewise</translation>
    </message>
    <message>
        <source>Cases ({count})</source>
        <translation>Fälle ({count})</translation>
    </message>
    <message>
        <source>Left over ({count})</source>
        <translation>Übrig ({count})</translation>
    </message>
    <message>
        <source>Persons ({count})</source>
        <translation>Personen ({count})</translation>
    </message>
    <message>
        <source>Stop check</source>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Show or hide the {title} panel</source>
        <translation>Den Bereich {title} zeigen oder verbergen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>Zu&amp;letzt verwendet</translation>
    </message>
    <message>
        <source>Open scans and masks</source>
        <translation>Aufnahmen und Masken öffnen</translation>
    </message>
    <message>
        <source>Open a mask</source>
        <translation>Eine Maske öffnen</translation>
    </message>
    <message>
        <source>Open a second scan beside the open one</source>
        <translation>Eine zweite Aufnahme neben der geöffneten öffnen</translation>
    </message>
    <message>
        <source>Open a DICOM folder</source>
        <translation>Einen DICOM-Ordner öffnen</translation>
    </message>
    <message>
        <source>Choose a folder of scans with their masks</source>
        <translation>Einen Ordner mit Aufnahmen und ihren Masken wählen</translation>
    </message>
    <message>
        <source>Scans and masks ({endings})</source>
        <translation>Aufnahmen und Masken ({endings})</translation>
    </message>
    <message>
        <source>Rarely changed</source>
        <translation>Selten geändert</translation>
    </message>
    <message>
        <source>Patients and masks</source>
        <translation>Patienten und Masken</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Das Netz</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Using a model</source>
        <translation>Ein Modell verwenden</translation>
    </message>
    <message>
        <source>One scan together with the mask somebody drew on it.</source>
        <translation>Eine Aufnahme zusammen mit der Maske, die jemand darauf gezeichnet hat.</translation>
    </message>
    <message>
        <source>The outline as a picture of its own: every voxel says what it belongs to.</source>
        <translation>Der Umriss als eigenes Bild: jeder Voxel sagt, wozu er gehört.</translation>
    </message>
    <message>
        <source>segmentation reference ground truth annotation</source>
        <translation>Segmentierung Referenz Annotation</translation>
    </message>
    <message>
        <source>In reports</source>
        <translation>In Berichten</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>What a saved report calls the case. Names are shown here alone: keep a note of them if you hand a report on.</source>
        <translation>Wie ein gespeicherter Bericht den Fall nennt. Namen stehen nur hier: bitte notieren, wenn ein Bericht weitergegeben wird.</translation>
    </message>
    <message>
        <source>Double-click or Enter opens the case where it is worst.</source>
        <translation>Doppelklick oder Eingabe öffnet den Fall an seiner schlechtesten Stelle.</translation>
    </message>
    <message>
        <source>Person {name}</source>
        <translation>Person {name}</translation>
    </message>
    <message>
        <source>What a voxel of a mask is marked as, such as liver or tumour.</source>
        <translation>Als was ein Voxel einer Maske markiert ist, etwa Leber oder Tumor.</translation>
    </message>
    <message>
        <source>class segment</source>
        <translation>Klasse Segment</translation>
    </message>
    <message>
        <source>A pixel with thickness: the smallest block of a scan.</source>
        <translation>Ein Pixel mit Dicke: der kleinste Baustein einer Aufnahme.</translation>
    </message>
    <message>
        <source>Training patients</source>
        <translation>Trainingspatienten</translation>
    </message>
    <message>
        <source>The patients the network learns from, like the teaching file of a resident.</source>
        <translation>Die Patienten, von denen das Netz lernt, wie die Lehrsammlung eines Assistenzarztes.</translation>
    </message>
    <message>
        <source>train learn</source>
        <translation>trainieren lernen</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Scored on</source>
        <translation>Bewertet an</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Scores of the model</source>
        <translation>Werte des Modells</translation>
    </message>
    <message>
        <source>How well it does</source>
        <translation>Wie gut es abschneidet</translation>
    </message>
    <message>
        <source>What to doubt</source>
        <translation>Vorbehalte</translation>
    </message>
    <message>
        <source>{low:.3f} to {high:.3f}</source>
        <translation>{low:.3f} bis {high:.3f}</translation>
    </message>
    <message>
        <source>Nobody has scored this model.</source>
        <translation>Niemand hat dieses Modell bewertet.</translation>
    </message>
    <message>
        <source>Scores of single cases stayed in the folder of the run, so that there is no interval.</source>
        <translation>Die Werte einzelner Fälle blieben im Ordner des Laufs, daher gibt es kein Intervall.</translation>
    </message>
    <message>
        <source>Dice of whole cases; intervals by drawing persons anew (n/a of one person, too narrow of fewer than about ten).</source>
        <translation>Dice ganzer Fälle; Intervalle durch erneutes Ziehen von Personen (n/a bei einer Person, zu eng bei weniger als etwa zehn).</translation>
    </message>
    <message>
        <source>Patients kept aside and scored after every round. They show how learning goes and decide which round is kept.</source>
        <translation>Patienten, die beiseite bleiben und nach jeder Runde bewertet werden. Sie zeigen, wie das Lernen läuft, und entscheiden, welche Runde behalten wird.</translation>
    </message>
    <message>
        <source>validation patients cases</source>
        <translation>Validierungspatienten Fälle</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Patients nobody looks at until the end, scored once by the finished model: the most honest number, like an exam with unseen cases.</source>
        <translation>Patienten, die bis zum Ende niemand ansieht und an denen das fertige Modell einmal bewertet wird: die ehrlichste Zahl, wie eine Prüfung mit unbekannten Fällen.</translation>
    </message>
    <message>
        <source>test patients cases held out</source>
        <translation>Testpatienten Fälle zurückgehalten</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Who is learned from, who is validated on and who is the test.</source>
        <translation>Von wem gelernt wird, an wem validiert wird und wer der Test ist.</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>Datenleck</translation>
    </message>
    <message>
        <source>The same patient on both sides of the split: the network is examined on what it has already seen, and its scores are too good.</source>
        <translation>Derselbe Patient auf beiden Seiten der Aufteilung: das Netz wird an dem geprüft, was es schon gesehen hat, und seine Werte sind zu gut.</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>One of several turns, each of which keeps other patients aside.</source>
        <translation>Eine von mehreren Runden, die jeweils andere Patienten beiseitelässt.</translation>
    </message>
    <message>
        <source>Cross-validation</source>
        <translation>Kreuzvalidierung</translation>
    </message>
    <message>
        <source>Several trainings take turns, so that every patient is scored once by a network that never saw them.</source>
        <translation>Mehrere Trainings wechseln sich ab, sodass jeder Patient einmal von einem Netz bewertet wird, das ihn nie gesehen hat.</translation>
    </message>
    <message>
        <source>folds k-fold</source>
        <translation>folds k-fold Kreuzvalidierung</translation>
    </message>
    <message>
        <source>Hounsfield unit (HU)</source>
        <translation>Hounsfield-Einheit (HU)</translation>
    </message>
    <message>
        <source>The CT scale of density: air is -1000, water 0.</source>
        <translation>Die CT-Skala der Dichte: Luft ist -1000, Wasser 0.</translation>
    </message>
    <message>
        <source>intensity grey value</source>
        <translation>Intensität Grauwert</translation>
    </message>
    <message>
        <source>Grey window</source>
        <translation>Grauwertfenster</translation>
    </message>
    <message>
        <source>The range of HU spread over black to white, for you and for the network.</source>
        <translation>Der Bereich der HU, der über Schwarz bis Weiß verteilt wird, für Sie und für das Netz.</translation>
    </message>
    <message>
        <source>level width windowing</source>
        <translation>Level Width Fensterung</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Millimetres from one voxel to the next, in the slice and between slices.</source>
        <translation>Millimeter von einem Voxel zum nächsten, in der Schicht und zwischen Schichten.</translation>
    </message>
    <message>
        <source>voxel size resolution</source>
        <translation>Voxelgröße Auflösung</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>The program that learns to draw outlines from examples you give it.</source>
        <translation>Das Programm, das aus Ihren Beispielen lernt, Umrisse zu zeichnen.</translation>
    </message>
    <message>
        <source>neural model</source>
        <translation>neuronal Modell</translation>
    </message>
    <message>
        <source>Predictions against references</source>
        <translation>Vorhersagen gegen Referenzen</translation>
    </message>
    <message>
        <source>Two folders of masks. Masks of one scan have the same name or number: segmentation-04 belongs to volume-04.</source>
        <translation>Zwei Ordner mit Masken. Masken einer Aufnahme haben denselben Namen oder dieselbe Nummer: segmentation-04 gehört zu volume-04.</translation>
    </message>
    <message>
        <source>The validation patients of a run</source>
        <translation>Die Validierungspatienten eines Laufs</translation>
    </message>
    <message>
        <source>The best model of the run draws the patients it did not learn from; what it draws is kept in the folder of the run.</source>
        <translation>Das beste Modell des Laufs zeichnet die Patienten, von denen es nicht gelernt hat; was es zeichnet, bleibt im Ordner des Laufs.</translation>
    </message>
    <message>
        <source>Two readers of the same cases</source>
        <translation>Zwei Befunder derselben Fälle</translation>
    </message>
    <message>
        <source>Two folders of masks by two people. None is the reference, so only numbers that hold both ways are shown; they tell how good a network can be expected to be.</source>
        <translation>Zwei Ordner mit Masken von zwei Personen. Keine ist die Referenz, daher werden nur Zahlen gezeigt, die in beide Richtungen gelten; sie sagen, wie gut ein Netz voraussichtlich sein kann.</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>First reader</source>
        <translation>Erster Befunder</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Zweiter Befunder</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>The folder of the reference masks</source>
        <translation>Der Ordner der Referenzmasken</translation>
    </message>
    <message>
        <source>The folder of the masks to be judged</source>
        <translation>Der Ordner der zu beurteilenden Masken</translation>
    </message>
    <message>
        <source>The folder of the scans, where they do not lie beside the references</source>
        <translation>Der Ordner der Aufnahmen, wenn sie nicht neben den Referenzen liegen</translation>
    </message>
    <message>
        <source>Only if they do not lie beside the references: to open cases, and for contrasts</source>
        <translation>Nur wenn sie nicht neben den Referenzen liegen: um Fälle zu öffnen und für Kontraste</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>One training from start to end, with all it left behind.</source>
        <translation>Ein Training von Anfang bis Ende, mit allem, was davon bleibt.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>All settings at once, tried out and named.</source>
        <translation>Alle Einstellungen auf einmal, erprobt und benannt.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Settings chosen for your data and your time, with the reason for each.</source>
        <translation>Einstellungen, für Ihre Daten und Ihre Zeit gewählt, jede mit ihrem Grund.</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Lernkurve</translation>
    </message>
    <message>
        <source>How good masks get as the network learns from more and more patients.</source>
        <translation>Wie gut Masken werden, wenn das Netz von immer mehr Patienten lernt.</translation>
    </message>
    <message>
        <source>data scale how many patients</source>
        <translation>Datenmenge wie viele Patienten</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>A minute&apos;s trial on a few slices that shows whether the long run will work.</source>
        <translation>Ein Versuch von einer Minute an wenigen Schichten, der zeigt, ob der lange Lauf gelingen wird.</translation>
    </message>
    <message>
        <source>trial dry run</source>
        <translation>Versuch Trockenlauf</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>One round of learning; after each, the validation patients are scored.</source>
        <translation>Eine Runde des Lernens; nach jeder werden die Validierungspatienten bewertet.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>The few slices the network looks at together before it corrects itself.</source>
        <translation>Die wenigen Schichten, die das Netz zusammen ansieht, bevor es sich korrigiert.</translation>
    </message>
    <message>
        <source>batch size step iteration</source>
        <translation>Batchgröße Schritt Iteration</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>How wrong the drawing is, as the one number learning makes smaller; 0 is perfect.</source>
        <translation>Wie falsch die Zeichnung ist, als die eine Zahl, die das Lernen verkleinert; 0 ist vollkommen.</translation>
    </message>
    <message>
        <source>cost error</source>
        <translation>Kosten Fehler</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>A loss that judges every pixel by itself: wrong and sure of it costs most.</source>
        <translation>Ein Verlust, der jeden Pixel für sich beurteilt: falsch und sicher zu sein kostet am meisten.</translation>
    </message>
    <message>
        <source>ce bce binary focal</source>
        <translation>ce bce binär focal</translation>
    </message>
    <message>
        <source>Dice loss</source>
        <translation>Dice-Verlust</translation>
    </message>
    <message>
        <source>A loss that judges the overlap of the whole outline, so small tumours count.</source>
        <translation>Ein Verlust, der die Überlappung des ganzen Umrisses beurteilt, sodass kleine Tumoren zählen.</translation>
    </message>
    <message>
        <source>tversky dice_ce</source>
        <translation>tversky dice_ce</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>Speicher, GB</translation>
    </message>
    <message>
        <source>Time, minutes</source>
        <translation>Zeit, Minuten</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>at most so far</source>
        <translation>bisher höchstens</translation>
    </message>
    <message>
        <source>since the start</source>
        <translation>seit Beginn</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>How big each correction is: too big never settles, too small never arrives.</source>
        <translation>Wie groß jede Korrektur ist: zu groß kommt nie zur Ruhe, zu klein nie ans Ziel.</translation>
    </message>
    <message>
        <source>step size schedule</source>
        <translation>Schrittweite Zeitplan</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>How the corrections grow smaller towards the end, for the fine work.</source>
        <translation>Wie die Korrekturen gegen Ende kleiner werden, für die Feinarbeit.</translation>
    </message>
    <message>
        <source>cosine polynomial one_cycle constant</source>
        <translation>cosine polynomial one_cycle konstant</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>The recipe by which an error becomes a correction of the network.</source>
        <translation>Das Verfahren, mit dem aus einem Fehler eine Korrektur des Netzes wird.</translation>
    </message>
    <message>
        <source>adam adamw sgd optimizer</source>
        <translation>adam adamw sgd</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>A steady pull towards simple rules, against learning by heart.</source>
        <translation>Ein steter Zug zu einfachen Regeln, gegen das Auswendiglernen.</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentation</translation>
    </message>
    <message>
        <source>Slices are turned, scaled and made noisier at random, so that the network learns anatomy and not your pictures by heart.</source>
        <translation>Schichten werden zufällig gedreht, skaliert und verrauscht, damit das Netz Anatomie lernt und nicht Ihre Bilder auswendig.</translation>
    </message>
    <message>
        <source>rotation scale flip noise elastic</source>
        <translation>Drehung Skalierung Spiegelung Rauschen elastisch</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>Überanpassung</translation>
    </message>
    <message>
        <source>Learning the training patients by heart: their scores rise while those of the validation patients fall.</source>
        <translation>Die Trainingspatienten auswendig lernen: ihre Werte steigen, während die der Validierungspatienten fallen.</translation>
    </message>
    <message>
        <source>overfit learning by heart memorising</source>
        <translation>Overfitting auswendig lernen</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Frühes Anhalten</translation>
    </message>
    <message>
        <source>Ending when the validation patients have not got better for a while.</source>
        <translation>Aufhören, wenn die Validierungspatienten eine Weile nicht besser geworden sind.</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <source>The round with the best validation score; its network is the model that is kept.</source>
        <translation>Die Runde mit dem besten Validierungswert; ihr Netz ist das Modell, das behalten wird.</translation>
    </message>
    <message>
        <source>best model checkpoint</source>
        <translation>bestes Modell Zwischenstand</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert (Seed)</translation>
    </message>
    <message>
        <source>The number that fixes every throw of the dice, so that a run can be repeated.</source>
        <translation>Die Zahl, die jeden Würfelwurf festlegt, sodass ein Lauf wiederholt werden kann.</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>Learning on from a model that knows something, instead of from nothing.</source>
        <translation>Von einem Modell aus weiterlernen, das schon etwas weiß, statt von nichts.</translation>
    </message>
    <message>
        <source>start from transfer</source>
        <translation>beginnen mit Transfer</translation>
    </message>
    <message>
        <source>Run doctor</source>
        <translation>Laufarzt</translation>
    </message>
    <message>
        <source>Watches the curves and says in words when something looks ill.</source>
        <translation>Beobachtet die Kurven und sagt in Worten, wenn etwas krank aussieht.</translation>
    </message>
    <message>
        <source>findings diagnosis</source>
        <translation>Befunde Diagnose</translation>
    </message>
    <message>
        <source>U-Net</source>
        <translation>U-Net</translation>
    </message>
    <message>
        <source>A network that first shrinks the slice to see what is there and then enlarges it again to say exactly where.</source>
        <translation>Ein Netz, das die Schicht erst verkleinert, um zu sehen, was da ist, und sie dann wieder vergrößert, um genau zu sagen, wo.</translation>
    </message>
    <message>
        <source>encoder decoder</source>
        <translation>Encoder Decoder</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>The half that shrinks the slice step by step to see what is there.</source>
        <translation>Die Hälfte, die die Schicht schrittweise verkleinert, um zu sehen, was da ist.</translation>
    </message>
    <message>
        <source>contracting down</source>
        <translation>absteigend</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>The half that enlarges it again to say exactly where.</source>
        <translation>Die Hälfte, die sie wieder vergrößert, um genau zu sagen, wo.</translation>
    </message>
    <message>
        <source>expanding up upsampling</source>
        <translation>aufsteigend Hochskalierung</translation>
    </message>
    <message>
        <source>Skip connection</source>
        <translation>Sprungverbindung</translation>
    </message>
    <message>
        <source>Fine detail handed straight across, so that edges come out sharp.</source>
        <translation>Feine Einzelheiten werden geradewegs hinübergereicht, damit Ränder scharf werden.</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>How often the slice is halved; deeper sees more of the surroundings.</source>
        <translation>Wie oft die Schicht halbiert wird; tiefer sieht mehr von der Umgebung.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>The adjustable numbers in the network; more can learn more and need more data.</source>
        <translation>Die einstellbaren Zahlen im Netz; mehr können mehr lernen und brauchen mehr Daten.</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>Rezeptives Feld</translation>
    </message>
    <message>
        <source>How much of the slice around a pixel can sway what is drawn there.</source>
        <translation>Wie viel von der Schicht um einen Pixel beeinflussen kann, was dort gezeichnet wird.</translation>
    </message>
    <message>
        <source>field of view</source>
        <translation>Sichtfeld</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>Kaskade</translation>
    </message>
    <message>
        <source>Two looks: first the liver in the whole slice, then tumours close up inside it.</source>
        <translation>Zwei Blicke: zuerst die Leber in der ganzen Schicht, dann Tumoren aus der Nähe darin.</translation>
    </message>
    <message>
        <source>two stages detail</source>
        <translation>zwei Stufen Detail</translation>
    </message>
    <message>
        <source>Deep supervision</source>
        <translation>Tiefe Überwachung (deep supervision)</translation>
    </message>
    <message>
        <source>Coarse drawings are corrected as well as the fine one, so that learning starts fast.</source>
        <translation>Grobe Zeichnungen werden ebenso korrigiert wie die feine, damit das Lernen schnell beginnt.</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normalisierung</translation>
    </message>
    <message>
        <source>Keeps the numbers inside the network in a range it can work with.</source>
        <translation>Hält die Zahlen im Netz in einem Bereich, mit dem es arbeiten kann.</translation>
    </message>
    <message>
        <source>norm batch instance normalization</source>
        <translation>Norm Batch Instanz</translation>
    </message>
    <message>
        <source>Averaged weights (EMA)</source>
        <translation>Gemittelte Gewichte (EMA)</translation>
    </message>
    <message>
        <source>The model kept is a running mean of the last steps, which is steadier than any one.</source>
        <translation>Das behaltene Modell ist ein gleitendes Mittel der letzten Schritte, das ruhiger ist als jeder einzelne.</translation>
    </message>
    <message>
        <source>exponential moving average</source>
        <translation>exponentielles gleitendes Mittel</translation>
    </message>
    <message>
        <source>{count} lesions</source>
        <translation>{count} Läsionen</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>How well two outlines overlap: 1 is the same outline, 0 none in common. A fresh radiologist reaches about 0.70 on liver tumours.</source>
        <translation>Wie gut zwei Umrisse überlappen: 1 ist derselbe Umriss, 0 nichts gemeinsam. Ein junger Radiologe erreicht etwa 0.70 bei Lebertumoren.</translation>
    </message>
    <message>
        <source>dsc f1 overlap sørensen</source>
        <translation>dsc f1 Überlappung sørensen</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Slice Dice</source>
        <translation>Schicht-Dice</translation>
    </message>
    <message>
        <source>HD95 (mm)</source>
        <translation>HD95 (mm)</translation>
    </message>
    <message>
        <source>ASSD (mm)</source>
        <translation>ASSD (mm)</translation>
    </message>
    <message>
        <source>Hausdorff (mm)</source>
        <translation>Hausdorff (mm)</translation>
    </message>
    <message>
        <source>Surface Dice, 1 mm</source>
        <translation>Oberflächen-Dice, 1 mm</translation>
    </message>
    <message>
        <source>Surface Dice, 2 mm</source>
        <translation>Oberflächen-Dice, 2 mm</translation>
    </message>
    <message>
        <source>Border Dice, 1 mm</source>
        <translation>Rand-Dice, 1 mm</translation>
    </message>
    <message>
        <source>Border Dice, 2 mm</source>
        <translation>Rand-Dice, 2 mm</translation>
    </message>
    <message>
        <source>Volume error (ml)</source>
        <translation>Volumenfehler (ml)</translation>
    </message>
    <message>
        <source>Volume error (%)</source>
        <translation>Volumenfehler (%)</translation>
    </message>
    <message>
        <source>Lesions right</source>
        <translation>Läsionen richtig</translation>
    </message>
    <message>
        <source>Lesion F1</source>
        <translation>Läsions-F1</translation>
    </message>
    <message>
        <source>Mean of the Dice of each slice that holds the label in either mask: every slice counts alike, large or small.</source>
        <translation>Mittel der Dice aller Schichten, in denen eine der Masken das Label hat: jede Schicht zählt gleich, ob groß oder klein.</translation>
    </message>
    <message>
        <source>How far apart the outlines are at their very worst point, in mm.</source>
        <translation>Wie weit die Umrisse an der allerschlechtesten Stelle auseinanderliegen, in mm.</translation>
    </message>
    <message>
        <source>Share of the outline that is right to within 1 mm: what a surgeon or a radiotherapist need not redraw.</source>
        <translation>Anteil des Umrisses, der auf 1 mm genau stimmt: was Chirurgie oder Strahlentherapie nicht nachzeichnen müssen.</translation>
    </message>
    <message>
        <source>Share of the outline that is right to within 2 mm.</source>
        <translation>Anteil des Umrisses, der auf 2 mm genau stimmt.</translation>
    </message>
    <message>
        <source>Surface Dice that counts border voxels instead of area, within 1 mm.</source>
        <translation>Oberflächen-Dice, der Randvoxel statt Fläche zählt, auf 1 mm genau.</translation>
    </message>
    <message>
        <source>Surface Dice that counts border voxels instead of area, within 2 mm.</source>
        <translation>Oberflächen-Dice, der Randvoxel statt Fläche zählt, auf 2 mm genau.</translation>
    </message>
    <message>
        <source>How much too large (+) or too small (-) the drawing is, in ml.</source>
        <translation>Um wie viel die Zeichnung zu groß (+) oder zu klein (-) ist, in ml.</translation>
    </message>
    <message>
        <source>How much too large (+) or too small (-) it is, as a share of the truth.</source>
        <translation>Um wie viel sie zu groß (+) oder zu klein (-) ist, als Anteil der Wahrheit.</translation>
    </message>
    <message>
        <source>Share of the tumours drawn that are really there, big or small.</source>
        <translation>Anteil der gezeichneten Tumoren, die wirklich da sind, ob groß oder klein.</translation>
    </message>
    <message>
        <source>Lesions found and lesions right in one number: 1 is none missed, none false.</source>
        <translation>Gefundene und richtige Läsionen in einer Zahl: 1 heißt keine übersehen, keine falsch.</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
        <source>Overlap divided by all that either marks; always a little lower than Dice.</source>
        <translation>Überlappung geteilt durch alles, was eine der beiden markiert; stets etwas niedriger als Dice.</translation>
    </message>
    <message>
        <source>intersection over union jaccard</source>
        <translation>Jaccard Schnittmenge durch Vereinigung</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share of pixels named right. Nearly all are background, so it is always high.</source>
        <translation>Anteil richtig benannter Pixel. Fast alle sind Hintergrund, daher ist sie immer hoch.</translation>
    </message>
    <message>
        <source>pixel accuracy</source>
        <translation>Pixelgenauigkeit</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Share of what is really there that was marked.</source>
        <translation>Anteil des wirklich Vorhandenen, der markiert wurde.</translation>
    </message>
    <message>
        <source>recall true positive</source>
        <translation>Recall richtig positiv</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Share of what was marked that is really there.</source>
        <translation>Anteil des Markierten, der wirklich da ist.</translation>
    </message>
    <message>
        <source>positive predictive value ppv</source>
        <translation>positiver Vorhersagewert ppv</translation>
    </message>
    <message>
        <source>Lesions found</source>
        <translation>Läsionen gefunden</translation>
    </message>
    <message>
        <source>Share of tumours that the drawing meets at all, big or small.</source>
        <translation>Anteil der Tumoren, die die Zeichnung überhaupt trifft, ob groß oder klein.</translation>
    </message>
    <message>
        <source>lesion recall detection</source>
        <translation>Läsions-Recall Entdeckung</translation>
    </message>
    <message>
        <source>HD95</source>
        <translation>HD95</translation>
    </message>
    <message>
        <source>How far apart the outlines are at their worst, the most extreme 5 % left out, in mm.</source>
        <translation>Wie weit die Umrisse schlimmstenfalls auseinanderliegen, ohne die äußersten 5 %, in mm.</translation>
    </message>
    <message>
        <source>hausdorff distance</source>
        <translation>Hausdorff-Abstand</translation>
    </message>
    <message>
        <source>ASSD</source>
        <translation>ASSD</translation>
    </message>
    <message>
        <source>How far apart the outlines are on average, in mm.</source>
        <translation>Wie weit die Umrisse im Mittel auseinanderliegen, in mm.</translation>
    </message>
    <message>
        <source>average symmetric surface distance</source>
        <translation>mittlerer symmetrischer Oberflächenabstand</translation>
    </message>
    <message>
        <source>Surface Dice</source>
        <translation>Oberflächen-Dice</translation>
    </message>
    <message>
        <source>Share of the outline that is right to within 1 or 2 mm.</source>
        <translation>Anteil des Umrisses, der auf 1 oder 2 mm genau stimmt.</translation>
    </message>
    <message>
        <source>nsd normalised boundary fidelity</source>
        <translation>nsd normalisiert Randtreue</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>Konfidenzintervall</translation>
    </message>
    <message>
        <source>Where the score would probably lie with other patients; few patients, wide interval.</source>
        <translation>Wo der Wert mit anderen Patienten vermutlich läge; wenige Patienten, breites Intervall.</translation>
    </message>
    <message>
        <source>bootstrap ci</source>
        <translation>Bootstrap CI</translation>
    </message>
    <message>
        <source>Human band</source>
        <translation>Menschliches Band</translation>
    </message>
    <message>
        <source>The Dice a fresh radiologist reaches against an expert, for comparison.</source>
        <translation>Der Dice, den ein junger Radiologe gegenüber einem Experten erreicht, zum Vergleich.</translation>
    </message>
    <message>
        <source>inter-rater reader</source>
        <translation>Interrater Befunder</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The file that holds what a run has learned; it opens on any scan.</source>
        <translation>Die Datei, die hält, was ein Lauf gelernt hat; sie lässt sich auf jede Aufnahme anwenden.</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>The outline a model draws on a scan it is shown. A proposal, to be checked by you.</source>
        <translation>Der Umriss, den ein Modell auf eine gezeigte Aufnahme zeichnet. Ein Vorschlag, den Sie prüfen müssen.</translation>
    </message>
    <message>
        <source>inference predict</source>
        <translation>Inferenz vorhersagen</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>The value above which a soft edge counts as inside.</source>
        <translation>Der Wert, ab dem ein weicher Rand als innen zählt.</translation>
    </message>
    <message>
        <source>cut-off probability</source>
        <translation>Grenzwert Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Post-processing</source>
        <translation>Nachbearbeitung</translation>
    </message>
    <message>
        <source>Tidying a drawing by rule, such as keeping only the largest liver.</source>
        <translation>Eine Zeichnung nach Regeln aufräumen, etwa nur die größte Leber behalten.</translation>
    </message>
    <message>
        <source>largest component</source>
        <translation>größte Komponente</translation>
    </message>
    <message>
        <source>Passport of a model</source>
        <translation>Pass eines Modells</translation>
    </message>
    <message>
        <source>What a model file says of itself: what it learned from, what it scores, how it draws.</source>
        <translation>Was eine Modelldatei von sich sagt: woraus es gelernt hat, welche Werte es erreicht, wie es zeichnet.</translation>
    </message>
    <message>
        <source>model card provenance fingerprint</source>
        <translation>Modellkarte Herkunft Fingerabdruck</translation>
    </message>
    <message>
        <source>Mirroring</source>
        <translation>Spiegelung</translation>
    </message>
    <message>
        <source>Each slice is looked at mirrored as well, and both answers are averaged.</source>
        <translation>Jede Schicht wird auch gespiegelt angesehen, und beide Antworten werden gemittelt.</translation>
    </message>
    <message>
        <source>test-time augmentation tta</source>
        <translation>test-time augmentation tta spiegeln</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Several networks vote, as several readers would; steadier than one.</source>
        <translation>Mehrere Netze stimmen ab wie mehrere Befunder; ruhiger als eines.</translation>
    </message>
    <message>
        <source>mean of networks</source>
        <translation>Mittel der Netze</translation>
    </message>
    <message>
        <source>{word}: {line}</source>
        <translation>{word}: {line}</translation>
    </message>
    <message>
        <source>About Slicewise</source>
        <translation>Über Slicewise</translation>
    </message>
    <message>
        <source>The sheet of keys is in {file}.</source>
        <translation>Das Tastenblatt steht in {file}.</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Search keys and what they do</source>
        <translation>Tasten und ihre Wirkung durchsuchen</translation>
    </message>
    <message>
        <source>Search: a key such as Ctrl, or a word such as window</source>
        <translation>Suche: eine Taste wie Strg oder ein Wort wie Fenster</translation>
    </message>
    <message>
        <source>Save to print…</source>
        <translation>Zum Drucken speichern…</translation>
    </message>
    <message>
        <source>Write the whole sheet into a PDF file, dark on white</source>
        <translation>Das ganze Blatt in eine PDF-Datei schreiben, dunkel auf weiß</translation>
    </message>
    <message>
        <source>Save the sheet of keys</source>
        <translation>Das Tastenblatt speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Slicewise keys.pdf</source>
        <translation>Slicewise-Tasten.pdf</translation>
    </message>
    <message>
        <source>Slicewise: keys and mouse</source>
        <translation>Slicewise: Tasten und Maus</translation>
    </message>
    <message>
        <source>Mouse over a view</source>
        <translation>Maus über einer Ansicht</translation>
    </message>
    <message>
        <source>Keys in a view that has the keyboard</source>
        <translation>Tasten in einer Ansicht, die die Tastatur hat</translation>
    </message>
    <message>
        <source>Mouse and keys in the 3D view</source>
        <translation>Maus und Tasten in der 3D-Ansicht</translation>
    </message>
    <message>
        <source>(from source)</source>
        <translation>(aus dem Quelltext)</translation>
    </message>
    <message>
        <source>Open a CT, lay a tumour mask over it, press Train. A U-Net learns on this computer while you keep reading, and every slice shows its Dice.</source>
        <translation>Ein CT öffnen, eine Tumormaske darüberlegen, Training drücken. Ein U-Net lernt auf diesem Computer, während Sie weiterlesen, und jede Schicht zeigt ihren Dice.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: no scan, no mask, no model and no count of anything is sent anywhere.</source>
        <translation>Nichts verlässt diesen Computer: keine Aufnahme, keine Maske, kein Modell und keine Zählung wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>For research and teaching. Slicewise is not a medical device, and what a model draws is no diagnosis.</source>
        <translation>Für Forschung und Lehre. Slicewise ist kein Medizinprodukt, und was ein Modell zeichnet, ist keine Diagnose.</translation>
    </message>
    <message>
        <source>No key and no command has “{letters}”.</source>
        <translation>Keine Taste und kein Befehl enthält „{letters}“.</translation>
    </message>
    <message>
        <source>An unforeseen error ended the work ({kind}).</source>
        <translation>Ein unvorhergesehener Fehler beendete die Arbeit ({kind}).</translation>
    </message>
    <message>
        <source>The language changes when Slicewise is started the next time.</source>
        <translation>Die Sprache wechselt, wenn Slicewise das nächste Mal gestartet wird.</translation>
    </message>
    <message>
        <source>What lies under the pointer</source>
        <translation>Was unter dem Zeiger liegt</translation>
    </message>
    <message>
        <source>Where your data goes</source>
        <translation>Wohin Ihre Daten gehen</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Nothing is drawn yet. Take a measuring tool from the tool bar, then drag over a slice: distance 7, angle 8, ellipse 9, note 0.</source>
        <translation>Noch ist nichts gezeichnet. Ein Messwerkzeug aus der Werkzeugleiste nehmen, dann über eine Schicht ziehen: Strecke 7, Winkel 8, Ellipse 9, Notiz 0.</translation>
    </message>
    <message>
        <source>What was drawn on the scan</source>
        <translation>Was auf die Aufnahme gezeichnet wurde</translation>
    </message>
    <message>
        <source>Click to see it, double-click its name to change it</source>
        <translation>Klicken, um es zu sehen; Doppelklick auf den Namen, um ihn zu ändern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Delete everything drawn on the scan</source>
        <translation>Alles löschen, was auf die Aufnahme gezeichnet ist</translation>
    </message>
    <message>
        <source>Drawn on the scan</source>
        <translation>Auf die Aufnahme gezeichnet</translation>
    </message>
    <message>
        <source>No mask lies over the scan. Open one, or let a model predict it, and its labels and lesions are measured here.</source>
        <translation>Keine Maske liegt über der Aufnahme. Eine öffnen oder ein Modell vorhersagen lassen, und ihre Labels und Läsionen werden hier gemessen.</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Mask that is measured</source>
        <translation>Maske, die gemessen wird</translation>
    </message>
    <message>
        <source>Numbers of each label</source>
        <translation>Zahlen zu jedem Label</translation>
    </message>
    <message>
        <source>Click a label to see its longest diameter</source>
        <translation>Ein Label anklicken, um seinen längsten Durchmesser zu sehen</translation>
    </message>
    <message>
        <source>Every lesion</source>
        <translation>Jede Läsion</translation>
    </message>
    <message>
        <source>Click a lesion to see it; Tab in a view walks them all</source>
        <translation>Eine Läsion anklicken, um sie zu sehen; Tab in einer Ansicht geht alle durch</translation>
    </message>
    <message>
        <source>Edge: 0 touches the edge of the liver, below 0 lies outside.</source>
        <translation>Rand: 0 berührt den Rand der Leber, unter 0 liegt außerhalb.</translation>
    </message>
    <message>
        <source>Draw diameters</source>
        <translation>Durchmesser zeichnen</translation>
    </message>
    <message>
        <source>Draw the lesion&apos;s two diameters on its slice</source>
        <translation>Die beiden Durchmesser der Läsion auf ihre Schicht zeichnen</translation>
    </message>
    <message>
        <source>Labels and lesions</source>
        <translation>Labels und Läsionen</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>The lesions are being measured first; the views go there after that.</source>
        <translation>Die Läsionen werden zuerst gemessen; danach gehen die Ansichten dorthin.</translation>
    </message>
    <message>
        <source>Lesion {number}</source>
        <translation>Läsion {number}</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>längster</translation>
    </message>
    <message>
        <source>across</source>
        <translation>quer</translation>
    </message>
    <message>
        <source>Tumour burden 0 %</source>
        <translation>Tumorlast 0 %</translation>
    </message>
    <message>
        <source>Tumour burden {percent} %</source>
        <translation>Tumorlast {percent} %</translation>
    </message>
    <message>
        <source>Tumour burden {percent} % ({tumour} of {organ} ml)</source>
        <translation>Tumorlast {percent} % ({tumour} von {organ} ml)</translation>
    </message>
    <message>
        <source>No label of this mask is called tumour or lesion.</source>
        <translation>Kein Label dieser Maske heißt Tumor oder Läsion.</translation>
    </message>
    <message>
        <source>No lesion in this mask.</source>
        <translation>Keine Läsion in dieser Maske.</translation>
    </message>
    <message>
        <source>Lesions: {count:,}, of which the {shown:,} largest are measured</source>
        <translation>Läsionen: {count:,}, davon sind die {shown:,} größten gemessen</translation>
    </message>
    <message>
        <source>Lesions: {count:,}</source>
        <translation>Läsionen: {count:,}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>{kind_names}; double-click to name it</source>
        <translation>{kind_names}; Doppelklick, um sie zu benennen</translation>
    </message>
    <message>
        <source>Volume, ml</source>
        <translation>Volumen, ml</translation>
    </message>
    <message>
        <source>Voxels times the size of a voxel</source>
        <translation>Voxel mal Größe eines Voxels</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>Voxel</translation>
    </message>
    <message>
        <source>How many voxels have the label</source>
        <translation>Wie viele Voxel das Label haben</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mean of its voxels</source>
        <translation>Mittelwert seiner Voxel</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Half of its voxels are below</source>
        <translation>Die Hälfte seiner Voxel liegt darunter</translation>
    </message>
    <message>
        <source>Standard deviation of its voxels (n - 1)</source>
        <translation>Standardabweichung seiner Voxel (n - 1)</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Lowest value</source>
        <translation>Niedrigster Wert</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>Höchster Wert</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>Durchmesser</translation>
    </message>
    <message>
        <source>The longest line between two edges of one piece in any axial slice (RECIST 1.1)</source>
        <translation>Die längste Linie zwischen zwei Rändern eines Stücks in einer axialen Schicht (RECIST 1.1)</translation>
    </message>
    <message>
        <source>… in slice</source>
        <translation>… in Schicht</translation>
    </message>
    <message>
        <source>The axial slice of that diameter</source>
        <translation>Die axiale Schicht dieses Durchmessers</translation>
    </message>
    <message>
        <source>Evaluation – Slicewise</source>
        <translation>Auswertung – Slicewise</translation>
    </message>
    <message>
        <source>Compare all cases</source>
        <translation>Alle Fälle vergleichen</translation>
    </message>
    <message>
        <source>Every number over all cases</source>
        <translation>Jede Zahl über alle Fälle</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Error atlas</source>
        <translation>Fehleratlas</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>The label whose rows are shown</source>
        <translation>Das Label, dessen Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Schlechteste zuerst</translation>
    </message>
    <message>
        <source>Sort by the number chosen, or by Dice: the worst on top</source>
        <translation>Nach der gewählten Zahl oder nach Dice sortieren: das Schlechteste oben</translation>
    </message>
    <message>
        <source>Double-click a row to see the case where it is worst.</source>
        <translation>Doppelklick auf eine Zeile zeigt den Fall an seiner schlechtesten Stelle.</translation>
    </message>
    <message>
        <source>Copy the table shown, with tabs</source>
        <translation>Die gezeigte Tabelle kopieren, mit Tabulatoren</translation>
    </message>
    <message>
        <source>Save as JSON…</source>
        <translation>Als JSON speichern…</translation>
    </message>
    <message>
        <source>Save everything, for programs</source>
        <translation>Alles speichern, für Programme</translation>
    </message>
    <message>
        <source>Save cases, slices and lesions, for spreadsheets</source>
        <translation>Fälle, Schichten und Läsionen speichern, für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Save a report for people, as a web page or PDF without names</source>
        <translation>Einen Bericht für Menschen speichern, als Webseite oder PDF ohne Namen</translation>
    </message>
    <message>
        <source>Use as human band</source>
        <translation>Als menschliches Band verwenden</translation>
    </message>
    <message>
        <source>Show how far these two readers agree on the Dice axis of every training</source>
        <translation>Auf der Dice-Achse jedes Trainings zeigen, wie weit diese beiden Befunder übereinstimmen</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>Stopping after this case…</source>
        <translation>Hält nach diesem Fall an…</translation>
    </message>
    <message>
        <source>{more} more are named in the saved file</source>
        <translation>{more} weitere stehen in der gespeicherten Datei</translation>
    </message>
    <message>
        <source>1 case is left out; the others are compared:</source>
        <translation>1 Fall wird ausgelassen; die anderen werden verglichen:</translation>
    </message>
    <message>
        <source>{count} cases are left out; the others are compared:</source>
        <translation>{count} Fälle werden ausgelassen; die anderen werden verglichen:</translation>
    </message>
    <message>
        <source>Slices ({count})</source>
        <translation>Schichten ({count})</translation>
    </message>
    <message>
        <source>Error atlas ({count})</source>
        <translation>Fehleratlas ({count})</translation>
    </message>
    <message>
        <source>The table was copied.</source>
        <translation>Die Tabelle wurde kopiert.</translation>
    </message>
    <message>
        <source>First and last axial slice with the label</source>
        <translation>Erste und letzte axiale Schicht mit dem Label</translation>
    </message>
    <message>
        <source> (with </source>
        <translation> (mit </translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Axial
mm</source>
        <translation>Axial
mm</translation>
    </message>
    <message>
        <source>Mean
HU</source>
        <translation>Mittel
HU</translation>
    </message>
    <message>
        <source>Edge
mm</source>
        <translation>Rand
mm</translation>
    </message>
    <message>
        <source>Numbered by size, the largest first</source>
        <translation>Nach Größe nummeriert, die größte zuerst</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Longest diameter in an axial slice, and the longest across it</source>
        <translation>Längster Durchmesser in einer axialen Schicht und der längste quer dazu</translation>
    </message>
    <message>
        <source>First and last axial slice</source>
        <translation>Erste und letzte axiale Schicht</translation>
    </message>
    <message>
        <source>Axial
{length}</source>
        <translation>Axial
{length}</translation>
    </message>
    <message>
        <source>Mean
{grey}</source>
        <translation>Mittel
{grey}</translation>
    </message>
    <message>
        <source>{voxels:,} voxels</source>
        <translation>{voxels:,} Voxel</translation>
    </message>
    <message>
        <source>{millilitres} ml</source>
        <translation>{millilitres} ml</translation>
    </message>
    <message>
        <source>Lesion {number} of {count:,}</source>
        <translation>Läsion {number} von {count:,}</translation>
    </message>
    <message>
        <source>draw distance</source>
        <translation>Strecke zeichnen</translation>
    </message>
    <message>
        <source>draw angle</source>
        <translation>Winkel zeichnen</translation>
    </message>
    <message>
        <source>draw ellipse</source>
        <translation>Ellipse zeichnen</translation>
    </message>
    <message>
        <source>draw note</source>
        <translation>Notiz zeichnen</translation>
    </message>
    <message>
        <source>move distance</source>
        <translation>Strecke verschieben</translation>
    </message>
    <message>
        <source>move angle</source>
        <translation>Winkel verschieben</translation>
    </message>
    <message>
        <source>move ellipse</source>
        <translation>Ellipse verschieben</translation>
    </message>
    <message>
        <source>move note</source>
        <translation>Notiz verschieben</translation>
    </message>
    <message>
        <source>rename distance</source>
        <translation>Strecke umbenennen</translation>
    </message>
    <message>
        <source>rename angle</source>
        <translation>Winkel umbenennen</translation>
    </message>
    <message>
        <source>rename ellipse</source>
        <translation>Ellipse umbenennen</translation>
    </message>
    <message>
        <source>rename note</source>
        <translation>Notiz umbenennen</translation>
    </message>
    <message>
        <source>delete distance</source>
        <translation>Strecke löschen</translation>
    </message>
    <message>
        <source>delete angle</source>
        <translation>Winkel löschen</translation>
    </message>
    <message>
        <source>delete ellipse</source>
        <translation>Ellipse löschen</translation>
    </message>
    <message>
        <source>delete note</source>
        <translation>Notiz löschen</translation>
    </message>
    <message>
        <source>delete measurements</source>
        <translation>Messungen löschen</translation>
    </message>
    <message>
        <source>Nothing yet. Notices and errors stay here to be read again and copied.</source>
        <translation>Noch nichts. Hinweise und Fehler bleiben hier, um nachgelesen und kopiert zu werden.</translation>
    </message>
    <message>
        <source>{at:%H:%M:%S}  Error: {sentence}</source>
        <translation>{at:%H:%M:%S}  Fehler: {sentence}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>This sentence in full, among everything Slicewise has said (F4)</source>
        <translation>Dieser Satz in voller Länge, unter allem, was Slicewise gesagt hat (F4)</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Diese Meldung weglegen</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Hide what is no error</source>
        <translation>Verbergen, was kein Fehler ist</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen messages (Ctrl+C)</source>
        <translation>Die gewählten Meldungen kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>Copy every message listed</source>
        <translation>Jede aufgeführte Meldung kopieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>Die Liste leeren</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>List again what was cleared</source>
        <translation>Wieder aufführen, was geleert wurde</translation>
    </message>
    <message>
        <source>All messages of this session</source>
        <translation>Alle Meldungen dieser Sitzung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>{errors} errors</source>
        <translation>{errors} Fehler</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Meldung</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} Meldungen</translation>
    </message>
    <message>
        <source>{messages}, {errors}: show them (F4)</source>
        <translation>{messages}, {errors}: zeigen (F4)</translation>
    </message>
    <message>
        <source>{messages}, {errors}: show them</source>
        <translation>{messages}, {errors}: zeigen</translation>
    </message>
    <message>
        <source>Leave the file closed</source>
        <translation>Die Datei geschlossen lassen</translation>
    </message>
    <message>
        <source>Ways to open it</source>
        <translation>Wege, sie zu öffnen</translation>
    </message>
    <message>
        <source>{fault}; it was left closed.</source>
        <translation>{fault}; sie blieb geschlossen.</translation>
    </message>
    <message>
        <source>It can be opened so, if you agree:</source>
        <translation>Sie kann so geöffnet werden, wenn Sie zustimmen:</translation>
    </message>
    <message>
        <source>How should it be opened?</source>
        <translation>Wie soll sie geöffnet werden?</translation>
    </message>
    <message>
        <source>{file} is a saved session and opens alone; the other files were not opened.</source>
        <translation>{file} ist eine gespeicherte Sitzung und öffnet sich allein; die anderen Dateien wurden nicht geöffnet.</translation>
    </message>
    <message>
        <source>{pictures} pictures of {patients} patients were given at once; open one patient&apos;s pictures, or the folder of the whole data set.</source>
        <translation>{pictures} Bilder von {patients} Patienten wurden auf einmal übergeben; die Bilder eines Patienten öffnen oder den Ordner des ganzen Datensatzes.</translation>
    </message>
    <message>
        <source>The folder {folder} for the demo patients cannot be made; free some space or check your rights in your home folder.</source>
        <translation>Der Ordner {folder} für die Demo-Patienten kann nicht angelegt werden; bitte Platz schaffen oder die Rechte im persönlichen Ordner prüfen.</translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation>{file} wird geöffnet</translation>
    </message>
    <message>
        <source>Preparing demo patients</source>
        <translation>Demo-Patienten werden vorbereitet</translation>
    </message>
    <message>
        <source>Preparing demo patients {done} of {total}</source>
        <translation>Demo-Patienten werden vorbereitet: {done} von {total}</translation>
    </message>
    <message>
        <source>One scan is shown at a time; {scan} was not opened.</source>
        <translation>Es wird nur eine Aufnahme auf einmal gezeigt; {scan} wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>{patients}, all made up, are ready; press Start training.</source>
        <translation>{patients}, alle künstlich, sind bereit; Training starten drücken.</translation>
    </message>
    <message>
        <source>{patients} found in {folder}; the Steps panel leads on from here.</source>
        <translation>{patients} in {folder} gefunden; der Bereich Schritte führt von hier weiter.</translation>
    </message>
    <message>
        <source>: {done:,} of {total:,} {unit}</source>
        <translation>: {done:,} von {total:,} {unit}</translation>
    </message>
    <message>
        <source>Dice by the number of patients learned from</source>
        <translation>Dice nach der Zahl der Patienten, von denen gelernt wurde</translation>
    </message>
    <message>
        <source>Dice of whole validation scans, by the number of patients learned from</source>
        <translation>Dice ganzer Validierungsaufnahmen, nach der Zahl der Patienten, von denen gelernt wurde</translation>
    </message>
    <message>
        <source>{dice} measured</source>
        <translation>{dice} gemessen</translation>
    </message>
    <message>
        <source>{dice} expected ({low} to {high})</source>
        <translation>{dice} erwartet ({low} bis {high})</translation>
    </message>
    <message>
        <source>anything from {low} to {high} expected</source>
        <translation>alles von {low} bis {high} zu erwarten</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>1 patient</source>
        <translation>1 Patient</translation>
    </message>
    <message>
        <source>{patients} patients</source>
        <translation>{patients} Patienten</translation>
    </message>
    <message>
        <source>Not available just now.</source>
        <translation>Im Augenblick nicht verfügbar.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Einen Befehl suchen</translation>
    </message>
    <message>
        <source>Letters of a command</source>
        <translation>Buchstaben eines Befehls</translation>
    </message>
    <message>
        <source>Command, panel, window preset or recent file</source>
        <translation>Befehl, Bereich, Fensterung oder zuletzt verwendete Datei</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>Kein Befehl hat diese Buchstaben.</translation>
    </message>
    <message>
        <source>Evaluation (*.json)</source>
        <translation>Auswertung (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Save the evaluation</source>
        <translation>Die Auswertung speichern</translation>
    </message>
    <message>
        <source>The evaluation was saved as {name}.</source>
        <translation>Die Auswertung wurde als {name} gespeichert.</translation>
    </message>
    <message>
        <source>The Dice axes show how far your two readers agree: {band}.</source>
        <translation>Die Dice-Achsen zeigen, wie weit Ihre beiden Befunder übereinstimmen: {band}.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Open scan</source>
        <translation>Geöffnete Aufnahme</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose the folder of a data set</source>
        <translation>Den Ordner eines Datensatzes wählen</translation>
    </message>
    <message>
        <source>Case table…</source>
        <translation>Falltabelle…</translation>
    </message>
    <message>
        <source>Everything about each case: why it is a pair, a picture, repairs, who is one person</source>
        <translation>Alles über jeden Fall: warum er ein Paar ist, ein Bild, Reparaturen, wer eine Person ist</translation>
    </message>
    <message>
        <source>Threshold masks</source>
        <translation>Masken mit Schwelle</translation>
    </message>
    <message>
        <source>Masks with soft or JPEG edges: count above half as label</source>
        <translation>Masken mit weichen oder JPEG-Rändern: über der Hälfte zählt als Label</translation>
    </message>
    <message>
        <source>No scan is open. Press Ctrl+O, or drop a CT anywhere on this window.</source>
        <translation>Keine Aufnahme ist geöffnet. Strg+O drücken oder ein CT irgendwo auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>A folder of scans with their masks, to train on.</source>
        <translation>Ein Ordner mit Aufnahmen und ihren Masken, um damit zu trainieren.</translation>
    </message>
    <message>
        <source>{folder}: looking for pairs…</source>
        <translation>{folder}: Paare werden gesucht…</translation>
    </message>
    <message>
        <source>{folder}: no pairs to train on.</source>
        <translation>{folder}: keine Paare zum Trainieren.</translation>
    </message>
    <message>
        <source>1 file is in no pair; the case table says why.</source>
        <translation>1 Datei gehört zu keinem Paar; die Falltabelle sagt warum.</translation>
    </message>
    <message>
        <source>{files} files are in no pair; the case table says why.</source>
        <translation>{files} Dateien gehören zu keinem Paar; die Falltabelle sagt warum.</translation>
    </message>
    <message>
        <source>{dx:.4g} × {dy:.4g} × {dz:.4g} mm</source>
        <translation>{dx:.4g} × {dy:.4g} × {dz:.4g} mm</translation>
    </message>
    <message>
        <source>{x} × {y} pixels, 1 slice</source>
        <translation>{x} × {y} Pixel, 1 Schicht</translation>
    </message>
    <message>
        <source>{x} × {y} pixels, {slices} slices</source>
        <translation>{x} × {y} Pixel, {slices} Schichten</translation>
    </message>
    <message>
        <source>no scale (the file gives none)</source>
        <translation>kein Maßstab (die Datei gibt keinen an)</translation>
    </message>
    <message>
        <source>grey, not HU</source>
        <translation>Grauwerte, nicht HU</translation>
    </message>
    <message>
        <source>1 case</source>
        <translation>1 Fall</translation>
    </message>
    <message>
        <source>{cases} cases</source>
        <translation>{cases} Fälle</translation>
    </message>
    <message>
        <source>{cases} of 1 patient</source>
        <translation>{cases} von 1 Patienten</translation>
    </message>
    <message>
        <source>{cases} of {patients} patients</source>
        <translation>{cases} von {patients} Patienten</translation>
    </message>
    <message>
        <source>Slices empty in both masks are not counted (n/a).</source>
        <translation>Schichten, die in beiden Masken leer sind, zählen nicht (n/a).</translation>
    </message>
    <message>
        <source>Open a reference mask and a prediction over one scan: the Dice of every slice then shows by itself.</source>
        <translation>Eine Referenzmaske und eine Vorhersage über einer Aufnahme öffnen: dann erscheint der Dice jeder Schicht von selbst.</translation>
    </message>
    <message>
        <source>Compare adds the scores of the whole case, volumes and every lesion.</source>
        <translation>Vergleichen ergänzt die Werte des ganzen Falls, Volumina und jede Läsion.</translation>
    </message>
    <message>
        <source>Masks as they are set</source>
        <translation>Masken wie eingestellt</translation>
    </message>
    <message>
        <source>Reference alone</source>
        <translation>Nur Referenz</translation>
    </message>
    <message>
        <source>Prediction alone</source>
        <translation>Nur Vorhersage</translation>
    </message>
    <message>
        <source>Agreement (TP, FP, FN)</source>
        <translation>Übereinstimmung (TP, FP, FN)</translation>
    </message>
    <message>
        <source>Outlines of differences</source>
        <translation>Umrisse der Unterschiede</translation>
    </message>
    <message>
        <source>Would more patients help? – Slicewise</source>
        <translation>Helfen mehr Patienten? – Slicewise</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Of each training: as long as a first useful run takes, not as long as the best.</source>
        <translation>Für jedes Training: so lang, wie ein erster brauchbarer Lauf dauert, nicht so lang wie der beste.</translation>
    </message>
    <message>
        <source>Each training</source>
        <translation>Jedes Training</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Go on with this one</source>
        <translation>Diese Kurve fortsetzen</translation>
    </message>
    <message>
        <source>Measure what is left of the curve below, with the settings it was begun with</source>
        <translation>Messen, was von der Kurve unten noch fehlt, mit den Einstellungen, mit denen sie begonnen wurde</translation>
    </message>
    <message>
        <source>End at the next batch; Start goes on from there</source>
        <translation>Mit dem nächsten Batch enden; Starten macht dort weiter</translation>
    </message>
    <message>
        <source>Reading the scans…</source>
        <translation>Die Aufnahmen werden gelesen…</translation>
    </message>
    <message>
        <source>Measure the learning curve of this data set</source>
        <translation>Die Lernkurve dieses Datensatzes messen</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>Nach Änderungen suchen</translation>
    </message>
    <message>
        <source>Read the data again; only what has changed is trained anew</source>
        <translation>Die Daten erneut lesen; nur was sich geändert hat, wird neu trainiert</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Measure what is left; what is measured stays</source>
        <translation>Messen, was noch fehlt; was gemessen ist, bleibt</translation>
    </message>
    <message>
        <source>How the views show reference and prediction (O goes on to the next)</source>
        <translation>Wie die Ansichten Referenz und Vorhersage zeigen (O geht zur nächsten Art)</translation>
    </message>
    <message>
        <source>The region whose agreement is shown (Shift+O)</source>
        <translation>Die Region, deren Übereinstimmung gezeigt wird (Umschalt+O)</translation>
    </message>
    <message>
        <source>Score the whole case and every lesion</source>
        <translation>Den ganzen Fall und jede Läsion bewerten</translation>
    </message>
    <message>
        <source>Evaluate many cases…</source>
        <translation>Viele Fälle auswerten…</translation>
    </message>
    <message>
        <source>Double-click a lesion to see it.</source>
        <translation>Doppelklick auf eine Läsion, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>Läsionen</translation>
    </message>
    <message>
        <source>Drawing, scalable (*.svg)</source>
        <translation>Zeichnung, skalierbar (*.svg)</translation>
    </message>
    <message>
        <source>Page (*.pdf)</source>
        <translation>Seite (*.pdf)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>The network – Slicewise</source>
        <translation>Das Netz – Slicewise</translation>
    </message>
    <message>
        <source>Whose network is shown</source>
        <translation>Wessen Netz gezeigt wird</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>Show the network in a model file</source>
        <translation>Das Netz in einer Modelldatei zeigen</translation>
    </message>
    <message>
        <source>Save drawing…</source>
        <translation>Zeichnung speichern…</translation>
    </message>
    <message>
        <source>Save the drawing as SVG, PDF or PNG</source>
        <translation>Die Zeichnung als SVG, PDF oder PNG speichern</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy all that the drawing says, as text</source>
        <translation>Alles, was die Zeichnung sagt, als Text kopieren</translation>
    </message>
    <message>
        <source>Model to show</source>
        <translation>Zu zeigendes Modell</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>Der Text ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>Die Zeichnung speichern</translation>
    </message>
    <message>
        <source>The drawing was saved.</source>
        <translation>Die Zeichnung wurde gespeichert.</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>Modell {name}</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Views show</source>
        <translation>Ansicht zeigt</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Two different masks are needed; choose a reference and a prediction.</source>
        <translation>Zwei verschiedene Masken sind nötig; bitte eine Referenz und eine Vorhersage wählen.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Lesions: {summary}</source>
        <translation>Läsionen: {summary}</translation>
    </message>
    <message>
        <source>The scores were copied.</source>
        <translation>Die Werte wurden kopiert.</translation>
    </message>
    <message>
        <source>Save scores</source>
        <translation>Werte speichern</translation>
    </message>
    <message>
        <source>The scores were saved as {file}.</source>
        <translation>Die Werte wurden als {file} gespeichert.</translation>
    </message>
    <message>
        <source>No scan is open. What is drawn on one, the numbers of its labels and every lesion of its mask are listed here.</source>
        <translation>Keine Aufnahme ist geöffnet. Was auf eine gezeichnet ist, die Zahlen ihrer Labels und jede Läsion ihrer Maske werden hier aufgeführt.</translation>
    </message>
    <message>
        <source>Copy every table as text</source>
        <translation>Jede Tabelle als Text kopieren</translation>
    </message>
    <message>
        <source>Save every table for a spreadsheet</source>
        <translation>Jede Tabelle für eine Tabellenkalkulation speichern</translation>
    </message>
    <message>
        <source>The measurements were copied.</source>
        <translation>Die Messungen wurden kopiert.</translation>
    </message>
    <message>
        <source>Save measurements</source>
        <translation>Messungen speichern</translation>
    </message>
    <message>
        <source>The measurements were saved as {file}.</source>
        <translation>Die Messungen wurden als {file} gespeichert.</translation>
    </message>
    <message>
        <source>A trained model draws its mask on the open scan. Train one, or browse for a model file.</source>
        <translation>Ein trainiertes Modell zeichnet seine Maske auf die geöffnete Aufnahme. Eines trainieren oder eine Modelldatei wählen.</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>Model that draws the mask</source>
        <translation>Modell, das die Maske zeichnet</translation>
    </message>
    <message>
        <source>Model…</source>
        <translation>Modell…</translation>
    </message>
    <message>
        <source>Passport of the model: origin, data, scores, limits, and what a use costs</source>
        <translation>Pass des Modells: Herkunft, Daten, Werte, Grenzen und was eine Anwendung kostet</translation>
    </message>
    <message>
        <source>Predict mask</source>
        <translation>Maske vorhersagen</translation>
    </message>
    <message>
        <source>Save mask…</source>
        <translation>Maske speichern…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>The model – Slicewise</source>
        <translation>Das Modell – Slicewise</translation>
    </message>
    <message>
        <source>Choose another model file, or an ensemble.json</source>
        <translation>Eine andere Modelldatei oder eine ensemble.json wählen</translation>
    </message>
    <message>
        <source>No model is chosen</source>
        <translation>Kein Modell gewählt</translation>
    </message>
    <message>
        <source>Open a model file here, or choose a model in the Predict panel.</source>
        <translation>Hier eine Modelldatei öffnen oder im Bereich Vorhersage ein Modell wählen.</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>Das Modell wird gelesen…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Ein Modell wählen</translation>
    </message>
    <message>
        <source>Model (*.safetensors ensemble.json)</source>
        <translation>Modell (*.safetensors ensemble.json)</translation>
    </message>
    <message>
        <source>Stopped; what was measured before is still there.</source>
        <translation>Angehalten; was zuvor gemessen wurde, ist noch da.</translation>
    </message>
    <message>
        <source>Open a scan to measure on.</source>
        <translation>Eine Aufnahme öffnen, um daran zu messen.</translation>
    </message>
    <message>
        <source>{file} in {folder}</source>
        <translation>{file} in {folder}</translation>
    </message>
    <message>
        <source>There is no scan to draw on; open a CT first.</source>
        <translation>Es gibt keine Aufnahme zum Zeichnen; bitte zuerst ein CT öffnen.</translation>
    </message>
    <message>
        <source>There is no model; train one, or browse for a model file.</source>
        <translation>Es gibt kein Modell; bitte eines trainieren oder eine Modelldatei wählen.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Done in {seconds:.1f} s.</source>
        <translation>Fertig in {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>{done}
Dice of the whole case: {scores}</source>
        <translation>{done}
Dice des ganzen Falls: {scores}</translation>
    </message>
    <message>
        <source>Another scan was opened meanwhile; the mask of {scan} was dropped.</source>
        <translation>Inzwischen wurde eine andere Aufnahme geöffnet; die Maske von {scan} wurde verworfen.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Als {file} gespeichert.</translation>
    </message>
    <message>
        <source>{models} networks as one, {made}</source>
        <translation>{models} Netze als eines, {made}</translation>
    </message>
    <message>
        <source>{models} networks as one, {made}, cross-validated Dice {score:.2f}</source>
        <translation>{models} Netze als eines, {made}, kreuzvalidierter Dice {score:.2f}</translation>
    </message>
    <message>
        <source>, mean Dice {best_score:.2f}</source>
        <translation>, mittlerer Dice {best_score:.2f}</translation>
    </message>
    <message>
        <source>Open a scan first. Its masks are listed here, each with its labels.</source>
        <translation>Zuerst eine Aufnahme öffnen. Ihre Masken werden hier aufgeführt, jede mit ihren Labels.</translation>
    </message>
    <message>
        <source>Open a mask that was drawn on this scan, or let a model predict one. Each of its labels is then listed here with its name, colour, volume and how it is drawn.</source>
        <translation>Eine auf dieser Aufnahme gezeichnete Maske öffnen oder eine von einem Modell vorhersagen lassen. Jedes ihrer Labels wird dann hier mit Name, Farbe, Volumen und Darstellung aufgeführt.</translation>
    </message>
    <message>
        <source>All that can be done to the chosen row</source>
        <translation>Alles, was mit der gewählten Zeile getan werden kann</translation>
    </message>
    <message>
        <source>More for the chosen row</source>
        <translation>Mehr zur gewählten Zeile</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the chosen mask off the scan (Del)</source>
        <translation>Die gewählte Maske von der Aufnahme nehmen (Entf)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save the chosen mask to a file (Ctrl+S)</source>
        <translation>Die gewählte Maske in eine Datei speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Open mask…</source>
        <translation>Maske öffnen…</translation>
    </message>
    <message>
        <source>Lay a mask over the open scan (Ctrl+M)</source>
        <translation>Eine Maske über die geöffnete Aufnahme legen (Strg+M)</translation>
    </message>
    <message>
        <source>Predict…</source>
        <translation>Vorhersagen…</translation>
    </message>
    <message>
        <source>Let a model segment the scan (Ctrl+P)</source>
        <translation>Ein Modell die Aufnahme segmentieren lassen (Strg+P)</translation>
    </message>
    <message>
        <source>No mask over the scan</source>
        <translation>Keine Maske über der Aufnahme</translation>
    </message>
    <message>
        <source>No scan is open</source>
        <translation>Keine Aufnahme ist geöffnet</translation>
    </message>
    <message>
        <source>No voxel of the mask holds {spot}.</source>
        <translation>Kein Voxel der Maske enthält {spot}.</translation>
    </message>
    <message>
        <source>Colour of {spot}</source>
        <translation>Farbe von {spot}</translation>
    </message>
    <message>
        <source>The voxels of this mask are being counted; try again.</source>
        <translation>Die Voxel dieser Maske werden gerade gezählt; bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>change values of {source}</source>
        <translation>Werte von {source} ändern</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>übergangen</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächster</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>so lange es dauert</translation>
    </message>
    <message>
        <source>a quarter of an hour</source>
        <translation>eine Viertelstunde</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>eine Stunde</translation>
    </message>
    <message>
        <source>a night (8 hours)</source>
        <translation>eine Nacht (8 Stunden)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Ohne diesen Schritt weitergehen</translation>
    </message>
    <message>
        <source>Skip: {step}</source>
        <translation>Überspringen: {step}</translation>
    </message>
    <message>
        <source>Try made-up patients</source>
        <translation>Künstliche Patienten probieren</translation>
    </message>
    <message>
        <source>Makes six patients, for whoever has no scans at hand</source>
        <translation>Erzeugt sechs Patienten, wenn keine Aufnahmen zur Hand sind</translation>
    </message>
    <message>
        <source>Split of patients…</source>
        <translation>Aufteilung der Patienten…</translation>
    </message>
    <message>
        <source>Time for the training</source>
        <translation>Zeit für das Training</translation>
    </message>
    <message>
        <source>The training ends on time and keeps its best model</source>
        <translation>Das Training endet pünktlich und behält sein bestes Modell</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show where this is done</source>
        <translation>Zeigen, wo das getan wird</translation>
    </message>
    <message>
        <source>Show where this is done: {step}</source>
        <translation>Zeigen, wo das getan wird: {step}</translation>
    </message>
    <message>
        <source>From your scans to a model that draws</source>
        <translation>Von Ihren Aufnahmen zu einem Modell, das zeichnet</translation>
    </message>
    <message>
        <source>Seven steps; the one with a button is next.</source>
        <translation>Sieben Schritte; der mit dem Knopf ist der nächste.</translation>
    </message>
    <message>
        <source>The run does not say where its data set is; choose the folder above.</source>
        <translation>Der Lauf sagt nicht, wo sein Datensatz liegt; bitte oben den Ordner wählen.</translation>
    </message>
    <message>
        <source>Training set-up</source>
        <translation>Training einrichten</translation>
    </message>
    <message>
        <source>Choose a data set, then press Start training. Curves and the Dice of every slice appear here while it learns; the mask it draws follows in Predict.</source>
        <translation>Einen Datensatz wählen, dann Training starten drücken. Kurven und der Dice jeder Schicht erscheinen hier, während gelernt wird; die Maske, die es zeichnet, folgt unter Vorhersage.</translation>
    </message>
    <message>
        <source>The training goes on without the window…</source>
        <translation>Das Training geht ohne das Fenster weiter…</translation>
    </message>
    <message>
        <source>Failed: {sentence}</source>
        <translation>Fehlgeschlagen: {sentence}</translation>
    </message>
    <message>
        <source>Counting the values…</source>
        <translation>Die Werte werden gezählt…</translation>
    </message>
    <message>
        <source>The usual presets are in HU and do not fit these grey values. Set a window and keep it under a name of your own.</source>
        <translation>Die üblichen Voreinstellungen sind in HU und passen nicht zu diesen Grauwerten. Ein Fenster einstellen und unter eigenem Namen behalten.</translation>
    </message>
    <message>
        <source>Open a scan: its values are counted here.</source>
        <translation>Eine Aufnahme öffnen: ihre Werte werden hier gezählt.</translation>
    </message>
    <message>
        <source>Width of the grey window</source>
        <translation>Breite des Grauwertfensters</translation>
    </message>
    <message>
        <source>Level of the grey window</source>
        <translation>Mitte des Grauwertfensters</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>All but 0.1 % of the scan at either end</source>
        <translation>Alles bis auf 0.1 % der Aufnahme an jedem Ende</translation>
    </message>
    <message>
        <source>From file</source>
        <translation>Aus Datei</translation>
    </message>
    <message>
        <source>The window that the DICOM files suggest</source>
        <translation>Das Fenster, das die DICOM-Dateien vorschlagen</translation>
    </message>
    <message>
        <source>Grey windows by name</source>
        <translation>Grauwertfenster nach Namen</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>Name einer neuen Voreinstellung</translation>
    </message>
    <message>
        <source>Name for this window</source>
        <translation>Name für dieses Fenster</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this window under that name</source>
        <translation>Dieses Fenster unter diesem Namen behalten</translation>
    </message>
    <message>
        <source>Take the chosen preset away</source>
        <translation>Die gewählte Voreinstellung entfernen</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>L&amp;evel</source>
        <translation>M&amp;itte</translation>
    </message>
    <message>
        <source>Dice part</source>
        <translation>Dice-Anteil</translation>
    </message>
    <message>
        <source>cross-entropy part</source>
        <translation>Kreuzentropie-Anteil</translation>
    </message>
    <message>
        <source>organ finder</source>
        <translation>Organsucher</translation>
    </message>
    <message>
        <source>close look</source>
        <translation>naher Blick</translation>
    </message>
    <message>
        <source>organ finder, Dice part</source>
        <translation>Organsucher, Dice-Anteil</translation>
    </message>
    <message>
        <source>organ finder, cross-entropy part</source>
        <translation>Organsucher, Kreuzentropie-Anteil</translation>
    </message>
    <message>
        <source>close look, Dice part</source>
        <translation>naher Blick, Dice-Anteil</translation>
    </message>
    <message>
        <source>close look, cross-entropy part</source>
        <translation>naher Blick, Kreuzentropie-Anteil</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {values}</source>
        <translation>Epoche {epoch}: {values}</translation>
    </message>
    <message>
        <source>{begin}Epoch {epoch}{end}</source>
        <translation>{begin}Epoche {epoch}{end}</translation>
    </message>
    <message>
        <source>{begin}Epoch {epoch}{end} (best: {best})</source>
        <translation>{begin}Epoche {epoch}{end} (beste: {best})</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic scale.</source>
        <translation>Den Verlust auf einer logarithmischen Skala zeigen.</translation>
    </message>
    <message>
        <source>Also show what the loss is the sum of: Dice dashed, cross-entropy dotted.</source>
        <translation>Auch zeigen, woraus der Verlust besteht: Dice gestrichelt, Kreuzentropie gepunktet.</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Dice of whole validation patients</source>
        <translation>Dice ganzer Validierungspatienten</translation>
    </message>
    <message>
        <source>Also show intersection over union, dashed.</source>
        <translation>Auch Intersection over Union zeigen, gestrichelt.</translation>
    </message>
    <message>
        <source>Also show the share of right pixels, dotted: high even without any tumour found.</source>
        <translation>Auch den Anteil richtiger Pixel zeigen, gepunktet: hoch, auch ohne dass ein Tumor gefunden ist.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>training, {part}</source>
        <translation>Training, {part}</translation>
    </message>
    <message>
        <source>validation, {part}</source>
        <translation>Validierung, {part}</translation>
    </message>
    <message>
        <source>{region} IoU</source>
        <translation>{region} IoU</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>Genauigkeit im Training</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>Genauigkeit der Validierung</translation>
    </message>
    <message>
        <source>A training run is going on. Shall it go on without the window?</source>
        <translation>Ein Trainingslauf ist im Gange. Soll er ohne das Fenster weitergehen?</translation>
    </message>
    <message>
        <source>If it goes on, it works in the background until it is done; when you open Slicewise again, it is shown as it is then.</source>
        <translation>Geht er weiter, arbeitet er im Hintergrund, bis er fertig ist; wenn Sie Slicewise wieder öffnen, wird er gezeigt, wie er dann steht.</translation>
    </message>
    <message>
        <source>If it stops, finished rounds and the best model so far are kept, and it can be resumed.</source>
        <translation>Hält er an, bleiben fertige Runden und das bisher beste Modell erhalten, und er kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>It works in the background and does not need this window.</source>
        <translation>Er arbeitet im Hintergrund und braucht dieses Fenster nicht.</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Weitergehen lassen</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>Fenster offen lassen</translation>
    </message>
    <message>
        <source>the scan</source>
        <translation>der Aufnahme</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The prediction on {scan} is not saved. Save it?</source>
        <translation>Die Vorhersage auf {scan} ist nicht gespeichert. Speichern?</translation>
    </message>
    <message>
        <source>A mask over {scan} is not saved as it is now. Save it?</source>
        <translation>Eine Maske über {scan} ist nicht so gespeichert, wie sie jetzt ist. Speichern?</translation>
    </message>
    <message>
        <source>{count} predictions on {scan} are not saved. Save them?</source>
        <translation>{count} Vorhersagen auf {scan} sind nicht gespeichert. Speichern?</translation>
    </message>
    <message>
        <source>{count} masks over {scan} are not saved as they are now. Save them?</source>
        <translation>{count} Masken über {scan} sind nicht so gespeichert, wie sie jetzt sind. Speichern?</translation>
    </message>
    <message>
        <source>A DICOM segmentation names the DICOM slices it was drawn on; the open scan did not come from DICOM.</source>
        <translation>Eine DICOM-Segmentierung nennt die DICOM-Schichten, auf die sie gezeichnet wurde; die geöffnete Aufnahme kam nicht aus DICOM.</translation>
    </message>
    <message>
        <source>Nothing in the file says who the patient is.</source>
        <translation>Nichts in der Datei sagt, wer der Patient ist.</translation>
    </message>
    <message>
        <source>Copies name, number and birth date from the scan into the new file, as an archive that sorts by patient needs it. Left off, the file is tied to its scan by numbers alone.</source>
        <translation>Kopiert Name, Nummer und Geburtsdatum aus der Aufnahme in die neue Datei, wie es ein nach Patienten sortierendes Archiv braucht. Ausgelassen, ist die Datei nur über Nummern mit ihrer Aufnahme verbunden.</translation>
    </message>
    <message>
        <source>Name the patient in the file, as the scan does</source>
        <translation>Den Patienten in der Datei nennen, wie die Aufnahme es tut</translation>
    </message>
    <message>
        <source>Save {label_map}</source>
        <translation>{label_map} speichern</translation>
    </message>
    <message>
        <source>{file} is the open scan itself; choose another name for the mask.</source>
        <translation>{file} ist die geöffnete Aufnahme selbst; bitte einen anderen Namen für die Maske wählen.</translation>
    </message>
    <message>
        <source>{file} was saved and read back whole.</source>
        <translation>{file} wurde gespeichert und vollständig zurückgelesen.</translation>
    </message>
    <message>
        <source>{first} and {last} have no scores of {region} in common.</source>
        <translation>{first} und {last} haben keine gemeinsamen Werte für {region}.</translation>
    </message>
    <message>
        <source>{region} of {case}, whole patient: {before} in {first}, {after} in {last}.</source>
        <translation>{region} von {case}, ganzer Patient: {before} in {first}, {after} in {last}.</translation>
    </message>
    <message>
        <source>No slice changed by {step} or more.</source>
        <translation>Keine Schicht änderte sich um {step} oder mehr.</translation>
    </message>
    <message>
        <source>1 slice gained: slice {slice}, {before} to {after}.</source>
        <translation>1 Schicht gewann: Schicht {slice}, von {before} auf {after}.</translation>
    </message>
    <message>
        <source>{count} slices gained, most slice {slice}: {before} to {after}.</source>
        <translation>{count} Schichten gewannen, am meisten Schicht {slice}: von {before} auf {after}.</translation>
    </message>
    <message>
        <source>1 slice lost: slice {slice}, {before} to {after}.</source>
        <translation>1 Schicht verlor: Schicht {slice}, von {before} auf {after}.</translation>
    </message>
    <message>
        <source>{count} slices lost, most slice {slice}: {before} to {after}.</source>
        <translation>{count} Schichten verloren, am meisten Schicht {slice}: von {before} auf {after}.</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n/a</translation>
    </message>
    <message>
        <source>Dice, whole case</source>
        <translation>Dice, ganzer Fall</translation>
    </message>
    <message>
        <source>Overlap of all voxels of all slices together</source>
        <translation>Überlappung aller Voxel aller Schichten zusammen</translation>
    </message>
    <message>
        <source>IoU, whole case</source>
        <translation>IoU, ganzer Fall</translation>
    </message>
    <message>
        <source>Intersection over union of all slices together</source>
        <translation>Intersection over Union aller Schichten zusammen</translation>
    </message>
    <message>
        <source>{counted}/{slices}</source>
        <translation>{counted}/{slices}</translation>
    </message>
    <message>
        <source>Mean slice Dice</source>
        <translation>Mittlerer Schicht-Dice</translation>
    </message>
    <message>
        <source>Mean of the Dice of each slice counted</source>
        <translation>Mittel der Dice aller gezählten Schichten</translation>
    </message>
    <message>
        <source>Slices counted</source>
        <translation>Gezählte Schichten</translation>
    </message>
    <message>
        <source>Slices with the region in either mask</source>
        <translation>Schichten mit der Region in einer der Masken</translation>
    </message>
    <message>
        <source>Share of the reference that was found</source>
        <translation>Anteil der Referenz, der gefunden wurde</translation>
    </message>
    <message>
        <source>Share of the prediction that is right</source>
        <translation>Anteil der Vorhersage, der richtig ist</translation>
    </message>
    <message>
        <source>Reference volume</source>
        <translation>Volumen der Referenz</translation>
    </message>
    <message>
        <source>Predicted volume</source>
        <translation>Vorhergesagtes Volumen</translation>
    </message>
    <message>
        <source>Found/missed/false</source>
        <translation>Gefunden/übersehen/falsch</translation>
    </message>
    <message>
        <source>Lesions found, lesions missed, and false alarms</source>
        <translation>Gefundene Läsionen, übersehene Läsionen und Fehlalarme</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>badly outlined</source>
        <translation>schlecht umrandet</translation>
    </message>
    <message>
        <source>well outlined</source>
        <translation>gut umrandet</translation>
    </message>
    <message>
        <source>Harm is tumour drawn wrong, in ml: all of a missed or false lesion; of a badly outlined one (Dice below 0.70) what was left out and what was drawn too much. Of equal harm the longer diameter comes first.</source>
        <translation>Schaden ist falsch gezeichneter Tumor in ml: eine übersehene oder falsche Läsion ganz; bei einer schlecht umrandeten (Dice unter 0.70) das Ausgelassene und das zu viel Gezeichnete. Bei gleichem Schaden kommt der längere Durchmesser zuerst.</translation>
    </message>
    <message>
        <source>{count} voxels</source>
        <translation>{count} Voxel</translation>
    </message>
    <message>
        <source>{mm} mm across</source>
        <translation>{mm} mm groß</translation>
    </message>
    <message>
        <source>{ml} ml wrong</source>
        <translation>{ml} ml falsch</translation>
    </message>
    <message>
        <source>{hu} HU against the liver</source>
        <translation>{hu} HU gegen die Leber</translation>
    </message>
    <message>
        <source>{levels} grey levels against the liver</source>
        <translation>{levels} Graustufen gegen die Leber</translation>
    </message>
    <message>
        <source>badly outlined, {dice}</source>
        <translation>schlecht umrandet, {dice}</translation>
    </message>
    <message>
        <source>{mm} mm</source>
        <translation>{mm} mm</translation>
    </message>
    <message>
        <source>case {case}</source>
        <translation>Fall {case}</translation>
    </message>
    <message>
        <source>Case {case}: {kind}</source>
        <translation>Fall {case}: {kind}</translation>
    </message>
    <message>
        <source>Dice {dice}</source>
        <translation>Dice {dice}</translation>
    </message>
    <message>
        <source>Slices {first} to {last}</source>
        <translation>Schichten {first} bis {last}</translation>
    </message>
    <message>
        <source>Double-click opens the case there.</source>
        <translation>Doppelklick öffnet den Fall dort.</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>Läsion</translation>
    </message>
    <message>
        <source>{found} found, {missed} missed, 1 false alarm</source>
        <translation>{found} gefunden, {missed} übersehen, 1 Fehlalarm</translation>
    </message>
    <message>
        <source>{found} found, {missed} missed, {false} false alarms</source>
        <translation>{found} gefunden, {missed} übersehen, {false} Fehlalarme</translation>
    </message>
    <message>
        <source>{name}, not saved yet</source>
        <translation>{name}, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>{name} is shown; click to hide it</source>
        <translation>{name} wird gezeigt; klicken zum Verbergen</translation>
    </message>
    <message>
        <source>{name} is hidden with its mask; click to hide it by itself too</source>
        <translation>{name} ist mit seiner Maske verborgen; klicken, um es auch für sich zu verbergen</translation>
    </message>
    <message>
        <source>{name} is hidden; click to show it</source>
        <translation>{name} ist verborgen; klicken zum Zeigen</translation>
    </message>
    <message>
        <source>{name} is not saved yet</source>
        <translation>{name} ist noch nicht gespeichert</translation>
    </message>
    <message>
        <source>{name} is locked: no tool may change it; click to unlock it</source>
        <translation>{name} ist gesperrt: kein Werkzeug darf es ändern; klicken zum Entsperren</translation>
    </message>
    <message>
        <source>{name} may be changed; click to lock it</source>
        <translation>{name} darf geändert werden; klicken zum Sperren</translation>
    </message>
    <message>
        <source>Mask and labels</source>
        <translation>Maske und Labels</translation>
    </message>
    <message>
        <source>Masks over the scan, the topmost first, with their labels</source>
        <translation>Masken über der Aufnahme, die oberste zuerst, mit ihren Labels</translation>
    </message>
    <message>
        <source>Shown or hidden</source>
        <translation>Gezeigt oder verborgen</translation>
    </message>
    <message>
        <source>How far the work on a label is</source>
        <translation>Wie weit die Arbeit an einem Label ist</translation>
    </message>
    <message>
        <source>Locked labels are changed by no tool</source>
        <translation>Gesperrte Labels ändert kein Werkzeug</translation>
    </message>
    <message>
        <source>Volume in ml; n/a where the file gives no voxel size</source>
        <translation>Volumen in ml; n/a, wo die Datei keine Voxelgröße angibt</translation>
    </message>
    <message>
        <source>Number of voxels</source>
        <translation>Anzahl der Voxel</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>How strongly it covers the scan</source>
        <translation>Wie stark es die Aufnahme bedeckt</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Filled or as an outline</source>
        <translation>Gefüllt oder als Umriss</translation>
    </message>
    <message>
        <source>Number of the label in the file</source>
        <translation>Nummer des Labels in der Datei</translation>
    </message>
    <message>
        <source>As mask</source>
        <translation>Wie Maske</translation>
    </message>
    <message>
        <source>Whole slices</source>
        <translation>Ganze Schichten</translation>
    </message>
    <message>
        <source>First network: whole slices</source>
        <translation>Erstes Netz: ganze Schichten</translation>
    </message>
    <message>
        <source>Second network: close looks</source>
        <translation>Zweites Netz: nahe Blicke</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Gefüllt</translation>
    </message>
    <message>
        <source>No mask</source>
        <translation>Keine Maske</translation>
    </message>
    <message>
        <source>What the network sees – Slicewise</source>
        <translation>Was das Netz sieht – Slicewise</translation>
    </message>
    <message>
        <source>What a network is shown</source>
        <translation>Was einem Netz gezeigt wird</translation>
    </message>
    <message>
        <source>Which of the pictures given for a slice</source>
        <translation>Welches der zu einer Schicht gegebenen Bilder</translation>
    </message>
    <message>
        <source>How the mask is drawn</source>
        <translation>Wie die Maske gezeichnet wird</translation>
    </message>
    <message>
        <source>Beside it without augmentation</source>
        <translation>Daneben ohne Augmentation</translation>
    </message>
    <message>
        <source>Show another batch</source>
        <translation>Anderen Batch zeigen</translation>
    </message>
    <message>
        <source>The next batch that is learned from</source>
        <translation>Der nächste Batch, von dem gelernt wird</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Reading the cases</source>
        <translation>Die Fälle werden gelesen</translation>
    </message>
    <message>
        <source>Look at this:</source>
        <translation>Bitte ansehen:</translation>
    </message>
    <message>
        <source>Waiting for the run&apos;s next batch…</source>
        <translation>Warten auf den nächsten Batch des Laufs…</translation>
    </message>
    <message>
        <source>Reading the cases as the run will…</source>
        <translation>Die Fälle werden gelesen, wie der Lauf es tun wird…</translation>
    </message>
    <message>
        <source>The slice itself</source>
        <translation>Die Schicht selbst</translation>
    </message>
    <message>
        <source>{count} below</source>
        <translation>{count} darunter</translation>
    </message>
    <message>
        <source>{count} above</source>
        <translation>{count} darüber</translation>
    </message>
    <message>
        <source>Batch {batch} of the first round of this set-up: {size} slices, just as the network will get them.</source>
        <translation>Batch {batch} der ersten Runde dieser Einstellungen: {size} Schichten, genau wie das Netz sie bekommen wird.</translation>
    </message>
    <message>
        <source>Batch {batch} of round {epoch} of {run}: {size} slices, just as the network learned from them.</source>
        <translation>Batch {batch} der Runde {epoch} von {run}: {size} Schichten, genau wie das Netz von ihnen lernte.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <source>As its mask</source>
        <translation>Wie seine Maske</translation>
    </message>
    <message>
        <source>Opacity of {spot}</source>
        <translation>Deckkraft von {spot}</translation>
    </message>
    <message>
        <source>Status of {spot}</source>
        <translation>Status von {spot}</translation>
    </message>
    <message>
        <source>How strongly the chosen mask or label covers the scan (A, D)</source>
        <translation>Wie stark die gewählte Maske oder das Label die Aufnahme bedeckt (A, D)</translation>
    </message>
    <message>
        <source>The label covers the scan as strongly as its mask</source>
        <translation>Das Label bedeckt die Aufnahme so stark wie seine Maske</translation>
    </message>
    <message>
        <source>Opacity as its mask</source>
        <translation>Deckkraft wie seine Maske</translation>
    </message>
    <message>
        <source>Fill the label with its colour, or draw its edge only</source>
        <translation>Das Label mit seiner Farbe füllen oder nur seinen Rand zeichnen</translation>
    </message>
    <message>
        <source>How far the work on this label is; .seg.nrrd files keep it</source>
        <translation>Wie weit die Arbeit an diesem Label ist; .seg.nrrd-Dateien bewahren es</translation>
    </message>
    <message>
        <source>How {spot} is drawn</source>
        <translation>Wie {spot} gezeichnet wird</translation>
    </message>
    <message>
        <source>rename {before} to {name}</source>
        <translation>{before} in {name} umbenennen</translation>
    </message>
    <message>
        <source>colour of {label}</source>
        <translation>Farbe von {label}</translation>
    </message>
    <message>
        <source>move {mask}</source>
        <translation>{mask} verschieben</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Colour…</source>
        <translation>&amp;Farbe…</translation>
    </message>
    <message>
        <source>&amp;Go to its largest slice</source>
        <translation>&amp;Zur größten Schicht gehen</translation>
    </message>
    <message>
        <source>Show &amp;only this label</source>
        <translation>&amp;Nur dieses Label zeigen</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>S&amp;tatus</translation>
    </message>
    <message>
        <source>This mask &amp;is</source>
        <translation>Diese &amp;Maske ist</translation>
    </message>
    <message>
        <source>&amp;Lock all its labels</source>
        <translation>Alle Labels s&amp;perren</translation>
    </message>
    <message>
        <source>Draw all its labels a&amp;like</source>
        <translation>Alle Labels g&amp;leich darstellen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach un&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>Zei&amp;gen</translation>
    </message>
    <message>
        <source>No tool may change a locked label</source>
        <translation>Kein Werkzeug darf ein gesperrtes Label ändern</translation>
    </message>
    <message>
        <source>&amp;Drawn</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>Change label &amp;values…</source>
        <translation>Label&amp;werte ändern…</translation>
    </message>
    <message>
        <source>Make a new mask with other numbers; this one stays as it is</source>
        <translation>Eine neue Maske mit anderen Nummern erstellen; diese bleibt wie sie ist</translation>
    </message>
    <message>
        <source>Masks and their labels</source>
        <translation>Masken und ihre Labels</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Change label values</source>
        <translation>Labelwerte ändern</translation>
    </message>
    <message>
        <source>Name of the new mask</source>
        <translation>Name der neuen Maske</translation>
    </message>
    <message>
        <source>Label values and what they become</source>
        <translation>Labelwerte und was sie werden</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>&amp;Vertauschen</translation>
    </message>
    <message>
        <source>Exchange the two chosen values</source>
        <translation>Die beiden gewählten Werte vertauschen</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>V&amp;ereinen</translation>
    </message>
    <message>
        <source>Give the chosen values one number</source>
        <translation>Den gewählten Werten eine Nummer geben</translation>
    </message>
    <message>
        <source>To &amp;background</source>
        <translation>Zu &amp;Hintergrund</translation>
    </message>
    <message>
        <source>Clear the chosen values</source>
        <translation>Die gewählten Werte löschen</translation>
    </message>
    <message>
        <source>Start &amp;again</source>
        <translation>Von &amp;vorn beginnen</translation>
    </message>
    <message>
        <source>Let every value be as it is</source>
        <translation>Jeden Wert lassen, wie er ist</translation>
    </message>
    <message>
        <source>Make new mask</source>
        <translation>Neue Maske erstellen</translation>
    </message>
    <message>
        <source>&amp;Name of the new mask</source>
        <translation>&amp;Name der neuen Maske</translation>
    </message>
    <message>
        <source>A new mask is made; {name} stays as it is. Double-click what a value becomes, or choose rows and swap or merge them.</source>
        <translation>Eine neue Maske wird erstellt; {name} bleibt wie sie ist. Doppelklick auf das, was ein Wert wird, oder Zeilen wählen und vertauschen oder vereinen.</translation>
    </message>
    <message>
        <source>Nothing changes yet.</source>
        <translation>Noch ändert sich nichts.</translation>
    </message>
    <message>
        <source>The new mask will be empty: every value becomes background.</source>
        <translation>Die neue Maske wird leer sein: jeder Wert wird Hintergrund.</translation>
    </message>
    <message>
        <source>{number} {label} ({voxels:,} voxels)</source>
        <translation>{number} {label} ({voxels:,} Voxel)</translation>
    </message>
    <message>
        <source>The new mask will hold {labels}.</source>
        <translation>Die neue Maske wird enthalten: {labels}.</translation>
    </message>
    <message>
        <source>The number in the mask as it is</source>
        <translation>Die Nummer in der Maske, wie sie ist</translation>
    </message>
    <message>
        <source>Label now</source>
        <translation>Label jetzt</translation>
    </message>
    <message>
        <source>What it is called now</source>
        <translation>Wie es jetzt heißt</translation>
    </message>
    <message>
        <source>Voxels now</source>
        <translation>Voxel jetzt</translation>
    </message>
    <message>
        <source>How many voxels hold the value now</source>
        <translation>Wie viele Voxel den Wert jetzt haben</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird</translation>
    </message>
    <message>
        <source>The number in the new mask; 0 is background</source>
        <translation>Die Nummer in der neuen Maske; 0 ist Hintergrund</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Heißt</translation>
    </message>
    <message>
        <source>What that number is called in the new mask</source>
        <translation>Wie diese Nummer in der neuen Maske heißt</translation>
    </message>
    <message>
        <source>Voxels then</source>
        <translation>Voxel dann</translation>
    </message>
    <message>
        <source>How many voxels of the new mask hold that number</source>
        <translation>Wie viele Voxel der neuen Maske diese Nummer haben</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>{mask} is reference</source>
        <translation>{mask} ist Referenz</translation>
    </message>
    <message>
        <source>{mask} is prediction</source>
        <translation>{mask} ist Vorhersage</translation>
    </message>
    <message>
        <source>{mask} is mine</source>
        <translation>{mask} ist meine</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>{label}: not started; click for the next step</source>
        <translation>{label}: nicht begonnen; klicken für den nächsten Schritt</translation>
    </message>
    <message>
        <source>{label}: in progress; click for the next step</source>
        <translation>{label}: in Arbeit; klicken für den nächsten Schritt</translation>
    </message>
    <message>
        <source>{label}: done; click for the next step</source>
        <translation>{label}: fertig; klicken für den nächsten Schritt</translation>
    </message>
    <message>
        <source>{label}: flagged; click for the next step</source>
        <translation>{label}: markiert; klicken für den nächsten Schritt</translation>
    </message>
    <message>
        <source>{name}: being counted</source>
        <translation>{name}: wird gezählt</translation>
    </message>
    <message>
        <source>{name}: no voxel holds this label</source>
        <translation>{name}: kein Voxel hat dieses Label</translation>
    </message>
    <message>
        <source>{name}: {voxels:,} voxels; the file gives no voxel size, so ml are not known</source>
        <translation>{name}: {voxels:,} Voxel; die Datei gibt keine Voxelgröße an, daher sind ml nicht bekannt</translation>
    </message>
    <message>
        <source>{name}: {voxels:,} voxels, {ml} ml</source>
        <translation>{name}: {voxels:,} Voxel, {ml} ml</translation>
    </message>
    <message>
        <source>Choose a series</source>
        <translation>Eine Serie wählen</translation>
    </message>
    <message>
        <source>{request} holds {series} series. Which should be opened?</source>
        <translation>{request} enthält {series} Serien. Welche soll geöffnet werden?</translation>
    </message>
    <message>
        <source>Show only series that hold these letters</source>
        <translation>Nur Serien zeigen, die diese Buchstaben enthalten</translation>
    </message>
    <message>
        <source>Series in the folder</source>
        <translation>Serien im Ordner</translation>
    </message>
    <message>
        <source>One scan is shown at a time: choose one, and masks to lay over it.</source>
        <translation>Es wird nur eine Aufnahme auf einmal gezeigt: bitte eine wählen, und Masken, die darüberliegen sollen.</translation>
    </message>
    <message>
        <source>the series</source>
        <translation>die Serie</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>{slices:,} slices</source>
        <translation>{slices:,} Schichten</translation>
    </message>
    <message>
        <source>Opens {series}, {slices}.</source>
        <translation>Öffnet {series}, {slices}.</translation>
    </message>
    <message>
        <source>Opens {series}, {slices} with 1 mask over it.</source>
        <translation>Öffnet {series}, {slices} mit 1 Maske darüber.</translation>
    </message>
    <message>
        <source>Opens {series}, {slices} with {masks} masks.</source>
        <translation>Öffnet {series}, {slices} mit {masks} Masken.</translation>
    </message>
    <message>
        <source>Choose a series.</source>
        <translation>Bitte eine Serie wählen.</translation>
    </message>
    <message>
        <source>A mask lies over a scan: choose its scan too (Ctrl+click).</source>
        <translation>Eine Maske liegt über einer Aufnahme: bitte auch ihre Aufnahme wählen (Strg+Klick).</translation>
    </message>
    <message>
        <source>Laid over the open scan.</source>
        <translation>Wird über die geöffnete Aufnahme gelegt.</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Zu wissen</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Takes about</source>
        <translation>Dauert etwa</translation>
    </message>
    <message>
        <source>At most, min</source>
        <translation>Höchstens, min</translation>
    </message>
    <message>
        <source>The run is stopped after so many minutes and keeps what it has; empty: never</source>
        <translation>Der Lauf wird nach so vielen Minuten angehalten und behält, was er hat; leer: nie</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Runs come one after the other, and go on when Slicewise is closed. Add to queue, in the Train panel, puts a run here.</source>
        <translation>Läufe kommen einer nach dem anderen und gehen weiter, wenn Slicewise geschlossen ist. „In die Warteschlange“ im Bereich Training reiht einen Lauf hier ein.</translation>
    </message>
    <message>
        <source>Queue of runs</source>
        <translation>Warteschlange der Läufe</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>Warteschlange starten</translation>
    </message>
    <message>
        <source>Begin with the first</source>
        <translation>Mit dem ersten beginnen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Give this run an earlier turn</source>
        <translation>Diesen Lauf eher an die Reihe nehmen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Give this run a later turn</source>
        <translation>Diesen Lauf später an die Reihe nehmen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Let this run wait no longer</source>
        <translation>Diesen Lauf nicht länger warten lassen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Forget runs that are over</source>
        <translation>Läufe vergessen, die vorüber sind</translation>
    </message>
    <message>
        <source>Stop after this run</source>
        <translation>Nach diesem Lauf anhalten</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>The queue was cut off: its process was ended. Start it again to go on.</source>
        <translation>Die Warteschlange wurde abgebrochen: ihr Prozess wurde beendet. Wieder starten, um weiterzumachen.</translation>
    </message>
    <message>
        <source>1 run waits.</source>
        <translation>1 Lauf wartet.</translation>
    </message>
    <message>
        <source>{count} runs wait.</source>
        <translation>{count} Läufe warten.</translation>
    </message>
    <message>
        <source>{count} rounds more</source>
        <translation>{count} Runden mehr</translation>
    </message>
    <message>
        <source>{minutes:g} minutes more</source>
        <translation>{minutes:g} Minuten mehr</translation>
    </message>
    <message>
        <source>{kind} (mask)</source>
        <translation>{kind} (Maske)</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 Label</translation>
    </message>
    <message>
        <source>{count} labels</source>
        <translation>{count} Labels</translation>
    </message>
    <message>
        <source>without a description</source>
        <translation>ohne Beschreibung</translation>
    </message>
    <message>
        <source>is a second scan, and no first is open</source>
        <translation>ist eine zweite Aufnahme, und keine erste ist geöffnet</translation>
    </message>
    <message>
        <source>open it alone</source>
        <translation>bitte allein öffnen</translation>
    </message>
    <message>
        <source>is a mask, and no scan is open</source>
        <translation>ist eine Maske, und keine Aufnahme ist geöffnet</translation>
    </message>
    <message>
        <source>open its CT first</source>
        <translation>bitte zuerst ihr CT öffnen</translation>
    </message>
    <message>
        <source>does not lie on the grid of {volume}: {differences}</source>
        <translation>liegt nicht auf dem Gitter von {volume}: {differences}</translation>
    </message>
    <message>
        <source>open the mask that was drawn on this scan</source>
        <translation>bitte die Maske öffnen, die auf dieser Aufnahme gezeichnet wurde</translation>
    </message>
    <message>
        <source>is too large for a session</source>
        <translation>ist zu groß für eine Sitzung</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>bitte eine andere Datei wählen</translation>
    </message>
    <message>
        <source>is no session of Slicewise</source>
        <translation>ist keine Slicewise-Sitzung</translation>
    </message>
    <message>
        <source>was saved by another version of Slicewise</source>
        <translation>wurde von einer anderen Slicewise-Version gespeichert</translation>
    </message>
    <message>
        <source>open it with that one</source>
        <translation>bitte mit jener öffnen</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>ist beschädigt</translation>
    </message>
    <message>
        <source>open the scan and its masks one by one</source>
        <translation>bitte Aufnahme und Masken einzeln öffnen</translation>
    </message>
    <message>
        <source>No scan is open, so there is no session to save.</source>
        <translation>Keine Aufnahme ist geöffnet, daher gibt es keine Sitzung zu speichern.</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Session (*{session_ending})</source>
        <translation>Sitzung (*{session_ending})</translation>
    </message>
    <message>
        <source>The open scan lies in no file, so a session could not find it again.</source>
        <translation>Die geöffnete Aufnahme liegt in keiner Datei, eine Sitzung könnte sie nicht wiederfinden.</translation>
    </message>
    <message>
        <source>{file} was saved beside the session.</source>
        <translation>{file} wurde neben der Sitzung gespeichert.</translation>
    </message>
    <message>
        <source>The session was saved as {file}.</source>
        <translation>Die Sitzung wurde als {file} gespeichert.</translation>
    </message>
    <message>
        <source>The session {file} is open as it was saved.</source>
        <translation>Die Sitzung {file} ist geöffnet, wie sie gespeichert wurde.</translation>
    </message>
    <message>
        <source>Saving the session</source>
        <translation>Sitzung wird gespeichert</translation>
    </message>
    <message>
        <source>was not written as it should be</source>
        <translation>wurde nicht so geschrieben, wie es sein soll</translation>
    </message>
    <message>
        <source>save it to another disk</source>
        <translation>bitte auf einem anderen Datenträger speichern</translation>
    </message>
    <message>
        <source>{file} has changed since the session was saved; measurements and masks may not fit it.</source>
        <translation>{file} hat sich geändert, seit die Sitzung gespeichert wurde; Messungen und Masken passen vielleicht nicht mehr.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>with tumour</source>
        <translation>mit Tumor</translation>
    </message>
    <message>
        <source>Tumour, ml</source>
        <translation>Tumor, ml</translation>
    </message>
    <message>
        <source>Nobody is left to learn from. Move patients to Training.</source>
        <translation>Niemand bleibt, von dem gelernt wird. Bitte Patienten ins Training verschieben.</translation>
    </message>
    <message>
        <source>Nobody is kept for validation yet. Move patients there, or press Propose split.</source>
        <translation>Noch ist niemand für die Validierung zurückgehalten. Bitte Patienten dorthin verschieben oder Aufteilung vorschlagen drücken.</translation>
    </message>
    <message>
        <source>Press Check pairs to see slices and tumour on every card; until then a proposal counts patients alone.</source>
        <translation>Paare prüfen drücken, um Schichten und Tumor auf jeder Karte zu sehen; bis dahin zählt ein Vorschlag nur Patienten.</translation>
    </message>
    <message>
        <source>As even as it can be: {side} is one patient, who cannot stand for all.</source>
        <translation>So ausgewogen wie möglich: {side} ist ein Patient, der nicht für alle stehen kann.</translation>
    </message>
    <message>
        <source>As even as it can be: {side} is {people} patients, who cannot stand for all.</source>
        <translation>So ausgewogen wie möglich: {side} sind {people} Patienten, die nicht für alle stehen können.</translation>
    </message>
    <message>
        <source>Balanced: every side has its share of patients and of tumour.</source>
        <translation>Ausgewogen: jede Seite hat ihren Anteil an Patienten und an Tumor.</translation>
    </message>
    <message>
        <source>Balanced. Nobody is kept for the test, so there will be no score that nothing was chosen by.</source>
        <translation>Ausgewogen. Niemand ist für den Test zurückgehalten, es wird also keinen Wert geben, nach dem nichts ausgewählt wurde.</translation>
    </message>
    <message>
        <source>{side} holds no tumour: nothing can be said about tumours there.</source>
        <translation>{side} enthält keinen Tumor: über Tumoren kann dort nichts gesagt werden.</translation>
    </message>
    <message>
        <source>{side} holds {people} % of the patients but {tumour} % of the tumour: its scores will not be like those of the others.</source>
        <translation>{side} enthält {people} % der Patienten, aber {tumour} % des Tumors: die Werte werden nicht wie die der anderen sein.</translation>
    </message>
    <message>
        <source>{patient} ({scans} scans)</source>
        <translation>{patient} ({scans} Aufnahmen)</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>{slices:,} slices, no tumour</source>
        <translation>{slices:,} Schichten, kein Tumor</translation>
    </message>
    <message>
        <source>{slices:,} slices, {tumour:,} with tumour</source>
        <translation>{slices:,} Schichten, {tumour:,} mit Tumor</translation>
    </message>
    <message>
        <source>{slices:,} slices, {tumour:,} with tumour, {ml} ml</source>
        <translation>{slices:,} Schichten, {tumour:,} mit Tumor, {ml} ml</translation>
    </message>
    <message>
        <source>There is no data set yet. Drop a folder with scans and masks on the window, or two folders: one with the scans, one with the masks.</source>
        <translation>Noch gibt es keinen Datensatz. Einen Ordner mit Aufnahmen und Masken auf das Fenster ziehen oder zwei Ordner: einen mit den Aufnahmen, einen mit den Masken.</translation>
    </message>
    <message>
        <source>A run is going on with this split. It cannot be changed any more: whoever was learned from cannot be unlearned.</source>
        <translation>Ein Lauf mit dieser Aufteilung ist im Gange. Sie kann nicht mehr geändert werden: von wem gelernt wurde, der kann nicht verlernt werden.</translation>
    </message>
    <message>
        <source>Whose split is shown</source>
        <translation>Wessen Aufteilung gezeigt wird</translation>
    </message>
    <message>
        <source>Propose split</source>
        <translation>Aufteilung vorschlagen</translation>
    </message>
    <message>
        <source>Deal all patients anew, so that every side has its share of tumour</source>
        <translation>Alle Patienten neu verteilen, sodass jede Seite ihren Anteil an Tumor hat</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Leave it to the program: one patient in five is validated on, there is no test</source>
        <translation>Dem Programm überlassen: an einem von fünf Patienten wird validiert, es gibt keinen Test</translation>
    </message>
    <message>
        <source>Read every scan with its mask; slices and tumour show then</source>
        <translation>Jede Aufnahme mit ihrer Maske lesen; Schichten und Tumor werden dann gezeigt</translation>
    </message>
    <message>
        <source>%v of %m</source>
        <translation>%v von %m</translation>
    </message>
    <message>
        <source>Move to {side}</source>
        <translation>Nach {side} verschieben</translation>
    </message>
    <message>
        <source>Bring the chosen patients here (Left and Right do the same)</source>
        <translation>Die gewählten Patienten hierher holen (Links und Rechts tun dasselbe)</translation>
    </message>
    <message>
        <source>Open split…</source>
        <translation>Aufteilung öffnen…</translation>
    </message>
    <message>
        <source>Take a split that was saved</source>
        <translation>Eine gespeicherte Aufteilung verwenden</translation>
    </message>
    <message>
        <source>Save split…</source>
        <translation>Aufteilung speichern…</translation>
    </message>
    <message>
        <source>As a file for unet-core train --split</source>
        <translation>Als Datei für unet-core train --split</translation>
    </message>
    <message>
        <source>Split of {dataset} – Slicewise</source>
        <translation>Aufteilung von {dataset} – Slicewise</translation>
    </message>
    <message>
        <source>This is the split of a run that has begun: it is shown as it was and stays so.</source>
        <translation>Dies ist die Aufteilung eines begonnenen Laufs: sie wird gezeigt, wie sie war, und bleibt so.</translation>
    </message>
    <message>
        <source>Automatic: the program keeps one patient in five aside for validation. To decide yourself, and to keep patients for a test, press Propose split or move a patient.</source>
        <translation>Automatisch: das Programm hält einen von fünf Patienten für die Validierung zurück. Um selbst zu entscheiden und Patienten für einen Test zurückzuhalten, Aufteilung vorschlagen drücken oder einen Patienten verschieben.</translation>
    </message>
    <message>
        <source>The run going on</source>
        <translation>Der laufende Lauf</translation>
    </message>
    <message>
        <source>The next run</source>
        <translation>Der nächste Lauf</translation>
    </message>
    <message>
        <source>Run of {time} ({preset})</source>
        <translation>Lauf von {time} ({preset})</translation>
    </message>
    <message>
        <source>Open a split</source>
        <translation>Eine Aufteilung öffnen</translation>
    </message>
    <message>
        <source>Split (*.json)</source>
        <translation>Aufteilung (*.json)</translation>
    </message>
    <message>
        <source>Save the split</source>
        <translation>Die Aufteilung speichern</translation>
    </message>
    <message>
        <source>Press Check pairs to see slices and tumour on every card.</source>
        <translation>Paare prüfen drücken, um Schichten und Tumor auf jeder Karte zu sehen.</translation>
    </message>
    <message>
        <source>The split was changed so that all scans of one person are on one side.</source>
        <translation>Die Aufteilung wurde so geändert, dass alle Aufnahmen einer Person auf einer Seite sind.</translation>
    </message>
    <message>
        <source>The split is of another data set: it names none of these patients.</source>
        <translation>Die Aufteilung gehört zu einem anderen Datensatz: sie nennt keinen dieser Patienten.</translation>
    </message>
    <message>
        <source>The split is in {file}.</source>
        <translation>Die Aufteilung steht in {file}.</translation>
    </message>
    <message>
        <source>{patient}: {load}
Scans: {scans}</source>
        <translation>{patient}: {load}
Aufnahmen: {scans}</translation>
    </message>
    <message>
        <source>{patient}, {load}</source>
        <translation>{patient}, {load}</translation>
    </message>
    <message>
        <source>Patients: {side}</source>
        <translation>Patienten: {side}</translation>
    </message>
    <message>
        <source>Nobody learns yet.</source>
        <translation>Noch lernt niemand.</translation>
    </message>
    <message>
        <source>Nobody yet. Drag patients here, or press Propose split.</source>
        <translation>Noch niemand. Patienten hierher ziehen oder Aufteilung vorschlagen drücken.</translation>
    </message>
    <message>
        <source>Nobody yet. Patients kept here are scored once, at the very end.</source>
        <translation>Noch niemand. Hier zurückgehaltene Patienten werden einmal bewertet, ganz am Ende.</translation>
    </message>
    <message>
        <source>Not known: a scan is not checked yet, or its file has no scale.</source>
        <translation>Nicht bekannt: eine Aufnahme ist noch nicht geprüft, oder ihre Datei hat keinen Maßstab.</translation>
    </message>
    <message>
        <source>Drag patients to another side, or choose them and press Left or Right.</source>
        <translation>Patienten auf eine andere Seite ziehen, oder sie wählen und Links oder Rechts drücken.</translation>
    </message>
    <message>
        <source>Choose patients</source>
        <translation>Patienten wählen</translation>
    </message>
    <message>
        <source>Check the pairs</source>
        <translation>Die Paare prüfen</translation>
    </message>
    <message>
        <source>Plan the training</source>
        <translation>Das Training planen</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Use the model</source>
        <translation>Das Modell verwenden</translation>
    </message>
    <message>
        <source>Looking for scans and their masks…</source>
        <translation>Aufnahmen und ihre Masken werden gesucht…</translation>
    </message>
    <message>
        <source>{patients} in {folder}</source>
        <translation>{patients} in {folder}</translation>
    </message>
    <message>
        <source>No scan in {folder} finds its mask. Give a scan and its mask the same name or number.</source>
        <translation>Keine Aufnahme in {folder} findet ihre Maske. Einer Aufnahme und ihrer Maske denselben Namen oder dieselbe Nummer geben.</translation>
    </message>
    <message>
        <source>Drop a folder with scans and masks anywhere on this window, or two folders at once: one with the scans, one with the masks.</source>
        <translation>Einen Ordner mit Aufnahmen und Masken irgendwo auf dieses Fenster ziehen, oder zwei Ordner auf einmal: einen mit den Aufnahmen, einen mit den Masken.</translation>
    </message>
    <message>
        <source>Checked {done} of {total} pairs.</source>
        <translation>{done} von {total} Paaren geprüft.</translation>
    </message>
    <message>
        <source>Needs patients first.</source>
        <translation>Braucht zuerst Patienten.</translation>
    </message>
    <message>
        <source>Not checked again: there is a model.</source>
        <translation>Nicht erneut geprüft: es gibt ein Modell.</translation>
    </message>
    <message>
        <source>Reads every scan with its mask and says which do not fit each other.</source>
        <translation>Liest jede Aufnahme mit ihrer Maske und sagt, welche nicht zueinander passen.</translation>
    </message>
    <message>
        <source>{faulty} of {total} pairs cannot be used. The case table says why, and how to mend or leave them out.</source>
        <translation>{faulty} von {total} Paaren sind nicht verwendbar. Die Falltabelle sagt, warum, und wie sie zu reparieren oder wegzulassen sind.</translation>
    </message>
    <message>
        <source>Open case table</source>
        <translation>Falltabelle öffnen</translation>
    </message>
    <message>
        <source>The pair is sound.</source>
        <translation>Das Paar ist in Ordnung.</translation>
    </message>
    <message>
        <source>All {total} pairs are sound.</source>
        <translation>Alle {total} Paare sind in Ordnung.</translation>
    </message>
    <message>
        <source>{verdict} Two scans may be of one person: the case table asks you under Persons.</source>
        <translation>{verdict} Zwei Aufnahmen könnten von einer Person sein: die Falltabelle fragt Sie unter Personen.</translation>
    </message>
    <message>
        <source>Measuring your scans…</source>
        <translation>Ihre Aufnahmen werden vermessen…</translation>
    </message>
    <message>
        <source>The settings are those of the plan.</source>
        <translation>Die Einstellungen sind die des Plans.</translation>
    </message>
    <message>
        <source>Behind you: there is a model.</source>
        <translation>Hinter Ihnen: es gibt ein Modell.</translation>
    </message>
    <message>
        <source>Passed over: the usual settings were taken.</source>
        <translation>Übergangen: die üblichen Einstellungen wurden genommen.</translation>
    </message>
    <message>
        <source>Needs pairs that are checked and sound.</source>
        <translation>Braucht Paare, die geprüft und in Ordnung sind.</translation>
    </message>
    <message>
        <source>Passed over: the usual settings are taken.</source>
        <translation>Übergangen: die üblichen Einstellungen werden genommen.</translation>
    </message>
    <message>
        <source>The plan is ready: press Use this plan on its page.</source>
        <translation>Der Plan ist bereit: auf seiner Seite Diesen Plan verwenden drücken.</translation>
    </message>
    <message>
        <source>Looks at your scans and proposes settings, each with its reason.</source>
        <translation>Sieht Ihre Aufnahmen an und schlägt Einstellungen vor, jede mit ihrem Grund.</translation>
    </message>
    <message>
        <source>Plan settings…</source>
        <translation>Einstellungen planen…</translation>
    </message>
    <message>
        <source>Trying everything on a few slices…</source>
        <translation>Alles wird an wenigen Schichten ausprobiert…</translation>
    </message>
    <message>
        <source>Passed over.</source>
        <translation>Übergangen.</translation>
    </message>
    <message>
        <source>Rehearse again</source>
        <translation>Erneut proben</translation>
    </message>
    <message>
        <source>A minute or two that show whether the long training will go well.</source>
        <translation>Ein, zwei Minuten, die zeigen, ob das lange Training gelingen wird.</translation>
    </message>
    <message>
        <source>Pairs that cannot be used must be mended or left out first.</source>
        <translation>Paare, die nicht verwendbar sind, müssen zuerst repariert oder weggelassen werden.</translation>
    </message>
    <message>
        <source>The network learns from your outlines. You can keep reading meanwhile.</source>
        <translation>Das Netz lernt von Ihren Umrissen. Sie können währenddessen weiterlesen.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>See one patient</source>
        <translation>Einen Patienten ansehen</translation>
    </message>
    <message>
        <source>Needs a trained model.</source>
        <translation>Braucht ein trainiertes Modell.</translation>
    </message>
    <message>
        <source>Needs the data set the model was trained on: choose it above.</source>
        <translation>Braucht den Datensatz, an dem das Modell trainiert wurde: bitte oben wählen.</translation>
    </message>
    <message>
        <source>Lets the model draw on {patient}, whom it has not learned from, and compares it with your outline.</source>
        <translation>Lässt das Modell auf {patient} zeichnen, von dem es nicht gelernt hat, und vergleicht mit Ihrem Umriss.</translation>
    </message>
    <message>
        <source>Evaluate on one patient</source>
        <translation>An einem Patienten auswerten</translation>
    </message>
    <message>
        <source>Drawing on {scan}…</source>
        <translation>Es wird auf {scan} gezeichnet…</translation>
    </message>
    <message>
        <source>The model has drawn its mask on {scan}. It is a proposal: look at every slice before you rely on it.</source>
        <translation>Das Modell hat seine Maske auf {scan} gezeichnet. Sie ist ein Vorschlag: bitte jede Schicht ansehen, bevor Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <source>Lets the model draw its mask on {scan}, which is open.</source>
        <translation>Lässt das Modell seine Maske auf {scan} zeichnen, die geöffnete Aufnahme.</translation>
    </message>
    <message>
        <source>Open a scan that the model has never seen; it draws its mask there.</source>
        <translation>Eine Aufnahme öffnen, die das Modell nie gesehen hat; es zeichnet dort seine Maske.</translation>
    </message>
    <message>
        <source>Open scan…</source>
        <translation>Aufnahme öffnen…</translation>
    </message>
    <message>
        <source>Building the surface for {file}.</source>
        <translation>Die Oberfläche für {file} wird gebaut.</translation>
    </message>
    <message>
        <source>{name} was saved: {count} triangles, read back whole.</source>
        <translation>{name} wurde gespeichert: {count} Dreiecke, vollständig zurückgelesen.</translation>
    </message>
    <message>
        <source>STL, for 3D printing and planning (*.stl)</source>
        <translation>STL, für 3D-Druck und Planung (*.stl)</translation>
    </message>
    <message>
        <source>PLY, with the labels&apos; colours (*.ply)</source>
        <translation>PLY, mit den Farben der Labels (*.ply)</translation>
    </message>
    <message>
        <source>In mm and in the scan&apos;s own coordinates (LPS); smoothed, in full detail. Nothing in the file says who the patient is.</source>
        <translation>In mm und in den eigenen Koordinaten der Aufnahme (LPS); geglättet, mit allen Einzelheiten. Nichts in der Datei sagt, wer der Patient ist.</translation>
    </message>
    <message>
        <source>{label}, of {mask}</source>
        <translation>{label}, von {mask}</translation>
    </message>
    <message>
        <source>All labels, of {mask}</source>
        <translation>Alle Labels, von {mask}</translation>
    </message>
    <message>
        <source>Export a surface</source>
        <translation>Eine Oberfläche exportieren</translation>
    </message>
    <message>
        <source>Surface of:</source>
        <translation>Oberfläche von:</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Choose a measurement first.</source>
        <translation>Zuerst eine Messung wählen.</translation>
    </message>
    <message>
        <source>Open or predict a mask with a tumour label first.</source>
        <translation>Zuerst eine Maske mit einem Tumorlabel öffnen oder vorhersagen.</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>Note, then Enter</source>
        <translation>Notiz, dann Eingabe</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>Was auffällt</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Zu Beginn</translation>
    </message>
    <message>
        <source>Point at this epoch in the curves.</source>
        <translation>Diese Epoche in den Kurven zeigen.</translation>
    </message>
    <message>
        <source>This training goes on without the window; what it does is shown here.</source>
        <translation>Dieses Training geht ohne das Fenster weiter; was es tut, wird hier gezeigt.</translation>
    </message>
    <message>
        <source>No mask of {case} is at hand. The next round brings one, if this patient is pinned in the large curves.</source>
        <translation>Keine Maske von {case} liegt vor. Die nächste Runde bringt eine, wenn dieser Patient in den großen Kurven angeheftet ist.</translation>
    </message>
    <message>
        <source>The scan of {case} is no longer in the data set of this run; put it back where it was.</source>
        <translation>Die Aufnahme von {case} ist nicht mehr im Datensatz dieses Laufs; bitte dorthin zurücklegen, wo sie war.</translation>
    </message>
    <message>
        <source>{scan} has another size than {case} had in training; open the scan that was learned from.</source>
        <translation>{scan} hat eine andere Größe als {case} im Training; bitte die Aufnahme öffnen, von der gelernt wurde.</translation>
    </message>
    <message>
        <source>epoch {epoch} prediction</source>
        <translation>Vorhersage der Epoche {epoch}</translation>
    </message>
    <message>
        <source>{run} kept no mask of {case}; pin this patient while it learns.</source>
        <translation>{run} hat keine Maske von {case} aufbewahrt; diesen Patienten anheften, während gelernt wird.</translation>
    </message>
    <message>
        <source>No mask of epoch {epoch} was kept: that of epoch {kept} is shown.</source>
        <translation>Von Epoche {epoch} wurde keine Maske aufbewahrt: die von Epoche {kept} wird gezeigt.</translation>
    </message>
    <message>
        <source>Only one mask near these epochs was kept.</source>
        <translation>Nahe diesen Epochen wurde nur eine Maske aufbewahrt.</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>Epoche {epoch}</translation>
    </message>
    <message>
        <source>{run}, epoch {epoch}</source>
        <translation>{run}, Epoche {epoch}</translation>
    </message>
    <message>
        <source>{case}: epoch {epoch} against the reference</source>
        <translation>{case}: Epoche {epoch} gegen die Referenz</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>The learning rate rises again to half of what it was and falls once more. The best model is replaced only by a better one.</source>
        <translation>Die Lernrate steigt wieder auf die Hälfte dessen, was sie war, und fällt noch einmal. Das beste Modell wird nur durch ein besseres ersetzt.</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1 Runde</translation>
    </message>
    <message>
        <source>{rounds} rounds</source>
        <translation>{rounds} Runden</translation>
    </message>
    <message>
        <source>Let the {preset} run of {rounds} learn for longer:</source>
        <translation>Den {preset}-Lauf mit {rounds} länger lernen lassen:</translation>
    </message>
    <message>
        <source>Let the {preset} run of {rounds} (best mean Dice {best:.2f}) learn for longer:</source>
        <translation>Den {preset}-Lauf mit {rounds} (bester mittlerer Dice {best:.2f}) länger lernen lassen:</translation>
    </message>
    <message>
        <source>Show curves</source>
        <translation>Kurven zeigen</translation>
    </message>
    <message>
        <source>Lay the curves of the runs chosen over each other</source>
        <translation>Die Kurven der gewählten Läufe übereinanderlegen</translation>
    </message>
    <message>
        <source>Use model</source>
        <translation>Modell verwenden</translation>
    </message>
    <message>
        <source>Predict with the best model of this run</source>
        <translation>Mit dem besten Modell dieses Laufs vorhersagen</translation>
    </message>
    <message>
        <source>Go on with this run where it was left</source>
        <translation>Mit diesem Lauf weitermachen, wo er verlassen wurde</translation>
    </message>
    <message>
        <source>Let this run learn for some rounds or minutes more</source>
        <translation>Diesen Lauf einige Runden oder Minuten länger lernen lassen</translation>
    </message>
    <message>
        <source>Set up alike</source>
        <translation>Ebenso einrichten</translation>
    </message>
    <message>
        <source>Fill the Train panel with the settings of this run, to start another like it</source>
        <translation>Den Bereich Training mit den Einstellungen dieses Laufs füllen, um einen gleichen zu starten</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Aufteilung…</translation>
    </message>
    <message>
        <source>Show whom this run learns from, and whom it is validated and tested on</source>
        <translation>Zeigen, von wem dieser Lauf lernt und an wem er validiert und getestet wird</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>Let these runs wait for their turn to go on</source>
        <translation>Diese Läufe warten lassen, bis sie an der Reihe sind</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Give this run a name; its folder keeps its own</source>
        <translation>Diesem Lauf einen Namen geben; sein Ordner behält den eigenen</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Write a report on this run, to read or print</source>
        <translation>Einen Bericht über diesen Lauf schreiben, zum Lesen oder Drucken</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the files of this run</source>
        <translation>Die Dateien dieses Laufs zeigen</translation>
    </message>
    <message>
        <source>Move these runs to the trash, from where they can be brought back</source>
        <translation>Diese Läufe in den Papierkorb legen, aus dem sie zurückgeholt werden können</translation>
    </message>
    <message>
        <source>Let this training wait for its turn, as for the night, instead of starting it now</source>
        <translation>Dieses Training warten lassen, bis es an der Reihe ist, etwa für die Nacht, statt es jetzt zu starten</translation>
    </message>
    <message>
        <source>All runs…</source>
        <translation>Alle Läufe…</translation>
    </message>
    <message>
        <source>Every run with its settings and scores, and the queue for the night</source>
        <translation>Jeder Lauf mit Einstellungen und Werten, und die Warteschlange für die Nacht</translation>
    </message>
    <message>
        <source>The queue was cut off; start it again under All runs.</source>
        <translation>Die Warteschlange wurde abgebrochen; bitte unter Alle Läufe wieder starten.</translation>
    </message>
    <message>
        <source>The queue is at its last run.</source>
        <translation>Die Warteschlange ist bei ihrem letzten Lauf.</translation>
    </message>
    <message>
        <source>1 run waits in the queue.</source>
        <translation>1 Lauf wartet in der Warteschlange.</translation>
    </message>
    <message>
        <source>{count} runs wait in the queue.</source>
        <translation>{count} Läufe warten in der Warteschlange.</translation>
    </message>
    <message>
        <source>1 run waits in the queue, which is not started.</source>
        <translation>1 Lauf wartet in der Warteschlange, die nicht gestartet ist.</translation>
    </message>
    <message>
        <source>{count} runs wait in the queue, which is not started.</source>
        <translation>{count} Läufe warten in der Warteschlange, die nicht gestartet ist.</translation>
    </message>
    <message>
        <source>About {span}, and one run of unknown length.</source>
        <translation>Etwa {span} und ein Lauf von unbekannter Länge.</translation>
    </message>
    <message>
        <source>About {span}, and {count} runs of unknown length.</source>
        <translation>Etwa {span} und {count} Läufe von unbekannter Länge.</translation>
    </message>
    <message>
        <source>About {span} in all.</source>
        <translation>Insgesamt etwa {span}.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Keep best</source>
        <translation>Bestes behalten</translation>
    </message>
    <message>
        <source>Use its best model for prediction; do not train on.</source>
        <translation>Sein bestes Modell zum Vorhersagen verwenden; nicht weiter trainieren.</translation>
    </message>
    <message>
        <source>Measures your scans and proposes settings, each with its reason.</source>
        <translation>Vermisst Ihre Aufnahmen und schlägt Einstellungen vor, jede mit ihrem Grund.</translation>
    </message>
    <message>
        <source>Stop measuring; nothing changes.</source>
        <translation>Vermessen anhalten; nichts ändert sich.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>{doing} ({done} of {total})</source>
        <translation>{doing} ({done} von {total})</translation>
    </message>
    <message>
        <source>The plan is ready.</source>
        <translation>Der Plan ist bereit.</translation>
    </message>
    <message>
        <source>The settings below are those of the plan.</source>
        <translation>Die Einstellungen unten sind die des Plans.</translation>
    </message>
    <message>
        <source>The plan was saved.</source>
        <translation>Der Plan wurde gespeichert.</translation>
    </message>
    <message>
        <source>Plan for {dataset}</source>
        <translation>Plan für {dataset}</translation>
    </message>
    <message>
        <source>The plan and its reasons</source>
        <translation>Der Plan und seine Gründe</translation>
    </message>
    <message>
        <source>Use this plan</source>
        <translation>Diesen Plan verwenden</translation>
    </message>
    <message>
        <source>Fill the settings with those of the plan.</source>
        <translation>Die Einstellungen mit denen des Plans füllen.</translation>
    </message>
    <message>
        <source>As a file for unet-core train --plan.</source>
        <translation>Als Datei für unet-core train --plan.</translation>
    </message>
    <message>
        <source>More patients?…</source>
        <translation>Mehr Patienten?…</translation>
    </message>
    <message>
        <source>Use this plan, and measure with its settings whether more patients would help.</source>
        <translation>Diesen Plan verwenden und mit seinen Einstellungen messen, ob mehr Patienten helfen würden.</translation>
    </message>
    <message>
        <source>Web page, one file (*.html)</source>
        <translation>Webseite, eine Datei (*.html)</translation>
    </message>
    <message>
        <source>PDF, for printing (*.pdf)</source>
        <translation>PDF, zum Drucken (*.pdf)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>How far the report is</source>
        <translation>Wie weit der Bericht ist</translation>
    </message>
    <message>
        <source>Patients are numbered in it, not named, and it says nothing of folders. Still look it through before you hand it on: it shows slices of scans.</source>
        <translation>Patienten sind darin nummeriert, nicht benannt, und von Ordnern sagt er nichts. Sehen Sie ihn dennoch durch, bevor Sie ihn weitergeben: er zeigt Schichten von Aufnahmen.</translation>
    </message>
    <message>
        <source>Which case is which</source>
        <translation>Welcher Fall welcher ist</translation>
    </message>
    <message>
        <source>Show the names behind the numbers, on this screen alone</source>
        <translation>Die Namen hinter den Nummern zeigen, nur auf diesem Bildschirm</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>In your web browser or PDF reader</source>
        <translation>Im Webbrowser oder PDF-Leser</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>{file} wird geschrieben…</translation>
    </message>
    <message>
        <source>Names behind the numbers</source>
        <translation>Namen hinter den Nummern</translation>
    </message>
    <message>
        <source>In the report</source>
        <translation>Im Bericht</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keep the settings as they are.</source>
        <translation>Die Einstellungen lassen, wie sie sind.</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Den Plan speichern</translation>
    </message>
    <message>
        <source>Ready: everything worked on a few slices</source>
        <translation>Bereit: an wenigen Schichten hat alles geklappt</translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <translation>Noch nicht bereit</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Rehearsing on a few slices…</source>
        <translation>Probe an wenigen Schichten…</translation>
    </message>
    <message>
        <source>Stopping at the end of this batch…</source>
        <translation>Hält am Ende dieses Batches an…</translation>
    </message>
    <message>
        <source>The whole run: {rounds} of {each}, {whole} in all</source>
        <translation>Der ganze Lauf: {rounds} zu je {each}, insgesamt {whole}</translation>
    </message>
    <message>
        <source>{memory:.1f} GB of memory</source>
        <translation>{memory:.1f} GB Speicher</translation>
    </message>
    <message>
        <source>{disk:,.0f} MB on disk</source>
        <translation>{disk:,.0f} MB auf dem Datenträger</translation>
    </message>
    <message>
        <source>Finds the liver, then looks for tumours inside it, close up. The best masks: set a time limit, a quarter of an hour or a night.</source>
        <translation>Findet die Leber, sucht dann darin Tumoren, aus der Nähe. Die besten Masken: eine Zeitgrenze setzen, eine Viertelstunde oder eine Nacht.</translation>
    </message>
    <message>
        <source>Liver and tumour at 128 pixels, few rounds. To see within minutes that data and masks fit together.</source>
        <translation>Leber und Tumor bei 128 Pixeln, wenige Runden. Um binnen Minuten zu sehen, dass Daten und Masken zusammenpassen.</translation>
    </message>
    <message>
        <source>The tutorial&apos;s network and settings: tumour only, binary cross-entropy, mirrored pictures. To compare with it.</source>
        <translation>Netz und Einstellungen des Tutorials: nur Tumor, binäre Kreuzentropie, gespiegelte Bilder. Zum Vergleich.</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>has no data set yet</source>
        <translation>hat noch keinen Datensatz</translation>
    </message>
    <message>
        <source>choose its folder above</source>
        <translation>bitte oben den Ordner wählen</translation>
    </message>
    <message>
        <source>Looking for scans and masks…</source>
        <translation>Aufnahmen und Masken werden gesucht…</translation>
    </message>
    <message>
        <source>1 pair of scan and mask.</source>
        <translation>1 Paar aus Aufnahme und Maske.</translation>
    </message>
    <message>
        <source>{pairs} pairs of scan and mask.</source>
        <translation>{pairs} Paare aus Aufnahme und Maske.</translation>
    </message>
    <message>
        <source>The settings are those of another run ({preset}).</source>
        <translation>Die Einstellungen sind die eines anderen Laufs ({preset}).</translation>
    </message>
    <message>
        <source>Folder with scans and their masks</source>
        <translation>Ordner mit Aufnahmen und ihren Masken</translation>
    </message>
    <message>
        <source>from the plan</source>
        <translation>aus dem Plan</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Ends on time, learning rate and all; 0 sets no limit.</source>
        <translation>Endet pünktlich, samt Lernrate; 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>Who is validated on</source>
        <translation>An wem validiert wird</translation>
    </message>
    <message>
        <source>Split board</source>
        <translation>Nach Aufteilung</translation>
    </message>
    <message>
        <source>Patients kept aside: never learned from, scored after every round.</source>
        <translation>Zurückgehaltene Patienten: von ihnen wird nie gelernt, nach jeder Runde werden sie bewertet.</translation>
    </message>
    <message>
        <source>Split board…</source>
        <translation>Aufteilung…</translation>
    </message>
    <message>
        <source>Choose who is learned from, who is validated on and who is the test</source>
        <translation>Wählen, von wem gelernt wird, an wem validiert wird und wer der Test ist</translation>
    </message>
    <message>
        <source>Folder with scans and masks</source>
        <translation>Ordner mit Aufnahmen und Masken</translation>
    </message>
    <message>
        <source>Choose the data set above first.</source>
        <translation>Zuerst oben den Datensatz wählen.</translation>
    </message>
    <message>
        <source>The settings come from the plan for {dataset}. Plan again if you change the data set or the time limit.</source>
        <translation>Die Einstellungen kommen aus dem Plan für {dataset}. Erneut planen, wenn Sie Datensatz oder Zeitgrenze ändern.</translation>
    </message>
    <message>
        <source>Learning from {scans}; validating on {patients}.</source>
        <translation>Gelernt wird von: {scans}; validiert an: {patients}.</translation>
    </message>
    <message>
        <source>1 scan ({scan})</source>
        <translation>1 Aufnahme ({scan})</translation>
    </message>
    <message>
        <source>{scans} scans</source>
        <translation>{scans} Aufnahmen</translation>
    </message>
    <message>
        <source>One patient in five is kept aside, found automatically; no patient is kept for a test.</source>
        <translation>Einer von fünf Patienten wird zurückgehalten, automatisch bestimmt; kein Patient ist für einen Test zurückgehalten.</translation>
    </message>
    <message>
        <source>Scans: {train} to learn from, {validation} to validate on, none for the test.</source>
        <translation>Aufnahmen: {train} zum Lernen, {validation} zum Validieren, keine für den Test.</translation>
    </message>
    <message>
        <source>Scans: {train} to learn from, {validation} to validate on, {test} for the test.</source>
        <translation>Aufnahmen: {train} zum Lernen, {validation} zum Validieren, {test} für den Test.</translation>
    </message>
    <message>
        <source>Start from a model…</source>
        <translation>Von einem Modell aus beginnen…</translation>
    </message>
    <message>
        <source>Go on teaching a trained model with these patients, instead of an empty network.</source>
        <translation>Ein trainiertes Modell mit diesen Patienten weiter lehren, statt eines leeren Netzes.</translation>
    </message>
    <message>
        <source>Begin with an empty network instead.</source>
        <translation>Stattdessen mit einem leeren Netz beginnen.</translation>
    </message>
    <message>
        <source>Begins with the weights and settings of {run}, at a tenth of the learning rate. That model stays as it is.</source>
        <translation>Beginnt mit den Gewichten und Einstellungen von {run}, mit einem Zehntel der Lernrate. Jenes Modell bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>Modell, von dem aus begonnen wird</translation>
    </message>
    <message>
        <source>Slicewise models (*.safetensors)</source>
        <translation>Slicewise-Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>all rounds are done</source>
        <translation>alle Runden sind fertig</translation>
    </message>
    <message>
        <source>no more gain</source>
        <translation>kein Gewinn mehr</translation>
    </message>
    <message>
        <source>the time is up</source>
        <translation>die Zeit ist um</translation>
    </message>
    <message>
        <source>Training of {moment} ({preset}) was interrupted {where}.</source>
        <translation>Das Training von {moment} ({preset}) wurde {where} unterbrochen.</translation>
    </message>
    <message>
        <source>Training of {moment} ({preset}) was stopped {where}.</source>
        <translation>Das Training von {moment} ({preset}) wurde {where} angehalten.</translation>
    </message>
    <message>
        <source>Training of {moment} ({preset}) failed {where}.</source>
        <translation>Das Training von {moment} ({preset}) schlug {where} fehl.</translation>
    </message>
    <message>
        <source>{epoch} · batch {batch} of {batches}</source>
        <translation>{epoch} · Batch {batch} von {batches}</translation>
    </message>
    <message>
        <source>Starting the training process…</source>
        <translation>Der Trainingsprozess wird gestartet…</translation>
    </message>
    <message>
        <source>Learning from the first slices…</source>
        <translation>Es wird von den ersten Schichten gelernt…</translation>
    </message>
    <message>
        <source>{images:.3g} images/s</source>
        <translation>{images:.3g} Bilder/s</translation>
    </message>
    <message>
        <source>{speed} · estimating the time left…</source>
        <translation>{speed} · Restzeit wird geschätzt…</translation>
    </message>
    <message>
        <source>{speed} · {time} left</source>
        <translation>{speed} · noch {time}</translation>
    </message>
    <message>
        <source>Finished after epoch {last}: {reason}; {best} kept.</source>
        <translation>Beendet nach Epoche {last}: {reason}; behalten: {best}.</translation>
    </message>
    <message>
        <source>Stopped before the end of the first round; there is no model yet.</source>
        <translation>Angehalten vor dem Ende der ersten Runde; noch gibt es kein Modell.</translation>
    </message>
    <message>
        <source>Stopped after epoch {last}; {best} kept.</source>
        <translation>Angehalten nach Epoche {last}; behalten: {best}.</translation>
    </message>
    <message>
        <source>Ended after epoch {last}; {best} kept.</source>
        <translation>Geendet nach Epoche {last}; behalten: {best}.</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>Epoche {epoch}</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {total}</source>
        <translation>Epoche {epoch} von {total}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>best model (epoch {epoch}, mean Dice {score:.2f})</source>
        <translation>bestes Modell (Epoche {epoch}, mittlerer Dice {score:.2f})</translation>
    </message>
    <message>
        <source>before the end of its first round</source>
        <translation>vor dem Ende seiner ersten Runde</translation>
    </message>
    <message>
        <source>after epoch {done} of {total}</source>
        <translation>nach Epoche {done} von {total}</translation>
    </message>
    <message>
        <source>after epoch {done}</source>
        <translation>nach Epoche {done}</translation>
    </message>
    <message>
        <source>Training of {moment} ({preset}) ended {where}.</source>
        <translation>Das Training von {moment} ({preset}) endete {where}.</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>unbekannter Zeit</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Preparing: {done} of {total}</source>
        <translation>Wird vorbereitet: {done} von {total}</translation>
    </message>
    <message>
        <source>Try everything on a few slices first: a minute or two that show whether the training will go well, and what it will take.</source>
        <translation>Zuerst alles an wenigen Schichten ausprobieren: ein, zwei Minuten, die zeigen, ob das Training gelingen und was es brauchen wird.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold the training; the computer is free meanwhile.</source>
        <translation>Das Training ruhen lassen; der Computer ist solange frei.</translation>
    </message>
    <message>
        <source>End the training; the best model so far is kept.</source>
        <translation>Das Training beenden; das bisher beste Modell bleibt erhalten.</translation>
    </message>
    <message>
        <source>Large curves…</source>
        <translation>Große Kurven…</translation>
    </message>
    <message>
        <source>Curves in a window of their own, and what the network drew in each epoch.</source>
        <translation>Kurven in einem eigenen Fenster, und was das Netz in jeder Epoche zeichnete.</translation>
    </message>
    <message>
        <source>Click a slice to go there. Outside this window a run keeps masks only of patients who are pinned in the large curves.</source>
        <translation>Auf eine Schicht klicken, um dorthin zu gehen. Außerhalb dieses Fensters behält ein Lauf nur Masken von Patienten, die in den großen Kurven angeheftet sind.</translation>
    </message>
    <message>
        <source>Train more…</source>
        <translation>Weiter trainieren…</translation>
    </message>
    <message>
        <source>Let the newest run, which has ended, learn for some rounds or minutes more.</source>
        <translation>Den neuesten Lauf, der zu Ende ist, einige Runden oder Minuten länger lernen lassen.</translation>
    </message>
    <message>
        <source>Paused; nothing is lost.</source>
        <translation>Pause; nichts geht verloren.</translation>
    </message>
    <message>
        <source>The validation patient whose slices are shown.</source>
        <translation>Der Validierungspatient, dessen Schichten gezeigt werden.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Keep what the network draws of this patient after every epoch, to be looked at.</source>
        <translation>Aufbewahren, was das Netz nach jeder Epoche an diesem Patienten zeichnet, um es anzusehen.</translation>
    </message>
    <message>
        <source>The region of the heat map, and of runs side by side.</source>
        <translation>Die Region der Schichtkarte und der nebeneinander gezeigten Läufe.</translation>
    </message>
    <message>
        <source>Scores of each slice come with every round.</source>
        <translation>Werte jeder Schicht kommen mit jeder Runde.</translation>
    </message>
    <message>
        <source>Nothing noticed so far.</source>
        <translation>Bisher ist nichts aufgefallen.</translation>
    </message>
    <message>
        <source>Validation patient</source>
        <translation>Validierungspatient</translation>
    </message>
    <message>
        <source>Notes on this run</source>
        <translation>Notizen zu diesem Lauf</translation>
    </message>
    <message>
        <source>{case}, epoch {epoch}</source>
        <translation>{case}, Epoche {epoch}</translation>
    </message>
    <message>
        <source>Click a slice to see its mask.</source>
        <translation>Eine Schicht anklicken, um ihre Maske zu sehen.</translation>
    </message>
    <message>
        <source>Click a slice to see its mask. Thin line: the epoch before.</source>
        <translation>Eine Schicht anklicken, um ihre Maske zu sehen. Dünne Linie: die Epoche davor.</translation>
    </message>
    <message>
        <source>{most} and {last}</source>
        <translation>{most} und {last}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{fault}; {remedy}.</source>
        <translation>{fault}; {remedy}.</translation>
    </message>
    <message>
        <source>{subject} {fault}</source>
        <translation>{subject} {fault}</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({kind}). What is saved on disk is untouched; if it happens again, close Slicewise and start it anew.</source>
        <translation>Etwas ging schief, das nicht hätte sein dürfen ({kind}). Was auf dem Datenträger gespeichert ist, ist unberührt; geschieht es wieder, Slicewise schließen und neu starten.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Nothing was taken back that could be made again.</source>
        <translation>Nichts wurde zurückgenommen, das wiederhergestellt werden könnte.</translation>
    </message>
    <message>
        <source>&amp;Undo {change}</source>
        <translation>&amp;Rückgängig: {change}</translation>
    </message>
    <message>
        <source>&amp;Redo {change}</source>
        <translation>&amp;Wiederherstellen: {change}</translation>
    </message>
    <message>
        <source>prediction only</source>
        <translation>nur Vorhersage</translation>
    </message>
    <message>
        <source>reference only</source>
        <translation>nur Referenz</translation>
    </message>
    <message>
        <source>tilted {tilt:.0f}°</source>
        <translation>um {tilt:.0f}° gekippt</translation>
    </message>
    <message>
        <source>orientation unknown</source>
        <translation>Lage unbekannt</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>{spacing} mm</source>
        <translation>{spacing} mm</translation>
    </message>
    <message>
        <source>unknown: no lengths or volumes</source>
        <translation>unbekannt: keine Längen oder Volumina</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>unknown: no letters at the edges</source>
        <translation>unbekannt: keine Buchstaben an den Rändern</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>Intensität</translation>
    </message>
    <message>
        <source>grey values, not HU</source>
        <translation>Grauwerte, nicht HU</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
    <message>
        <source>holds no label: the mask is empty</source>
        <translation>enthält kein Label: die Maske ist leer</translation>
    </message>
    <message>
        <source>label {value}</source>
        <translation>Label {value}</translation>
    </message>
    <message>
        <source>{ml:,.1f} ml</source>
        <translation>{ml:,.1f} ml</translation>
    </message>
    <message>
        <source>At the end, begin again</source>
        <translation>Am Ende von vorn beginnen</translation>
    </message>
    <message>
        <source>At the end, turn round</source>
        <translation>Am Ende umkehren</translation>
    </message>
    <message>
        <source>Playing &amp;speed</source>
        <translation>Abspiel&amp;tempo</translation>
    </message>
    <message>
        <source>{pace} slices a second</source>
        <translation>{pace} Schichten pro Sekunde</translation>
    </message>
    <message>
        <source>{first} and {second} are of different patients.</source>
        <translation>{first} und {second} sind von verschiedenen Patienten.</translation>
    </message>
    <message>
        <source>{first} and {second} have different frames of reference: the same position in mm is not the same place in the patient.</source>
        <translation>{first} und {second} haben verschiedene Bezugssysteme (frame of reference): dieselbe Position in mm ist nicht dieselbe Stelle im Patienten.</translation>
    </message>
    <message>
        <source>{volume} has no scale, so that its slices have no position in mm.</source>
        <translation>{volume} hat keinen Maßstab, daher haben ihre Schichten keine Position in mm.</translation>
    </message>
    <message>
        <source>{volume} does not say which way the patient lies.</source>
        <translation>{volume} sagt nicht, wie der Patient liegt.</translation>
    </message>
    <message>
        <source>{first} and {second} share no part of the patient.</source>
        <translation>{first} und {second} haben keinen Teil des Patienten gemeinsam.</translation>
    </message>
    <message>
        <source>in both (TP)</source>
        <translation>in beiden (TP)</translation>
    </message>
    <message>
        <source>both (TP)</source>
        <translation>beide (TP)</translation>
    </message>
    <message>
        <source>only in prediction (FP)</source>
        <translation>nur in der Vorhersage (FP)</translation>
    </message>
    <message>
        <source>extra (FP)</source>
        <translation>zu viel (FP)</translation>
    </message>
    <message>
        <source>only in reference (FN)</source>
        <translation>nur in der Referenz (FN)</translation>
    </message>
    <message>
        <source>missed (FN)</source>
        <translation>fehlt (FN)</translation>
    </message>
    <message>
        <source>edge of both</source>
        <translation>Rand beider</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>edge of the prediction</source>
        <translation>Rand der Vorhersage</translation>
    </message>
    <message>
        <source>in both</source>
        <translation>in beiden</translation>
    </message>
    <message>
        <source>only in {mask}</source>
        <translation>nur in {mask}</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>pred.</source>
        <translation>Vorh.</translation>
    </message>
    <message>
        <source>edge of the reference</source>
        <translation>Rand der Referenz</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>ref.</source>
        <translation>Ref.</translation>
    </message>
    <message>
        <source>Masks are hidden (G)</source>
        <translation>Masken sind verborgen (G)</translation>
    </message>
    <message>
        <source>hidden (G)</source>
        <translation>verborgen (G)</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Dice, this slice: {dice}</source>
        <translation>Dice, diese Schicht: {dice}</translation>
    </message>
    <message>
        <source>slice Dice {dice}</source>
        <translation>Schicht-Dice {dice}</translation>
    </message>
    <message>
        <source>Dice, whole case: {dice}</source>
        <translation>Dice, ganzer Fall: {dice}</translation>
    </message>
    <message>
        <source>case Dice {dice}</source>
        <translation>Fall-Dice {dice}</translation>
    </message>
    <message>
        <source>slice {slice}: {values}</source>
        <translation>Schicht {slice}: {values}</translation>
    </message>
    <message>
        <source>{region} {dice} (only in reference)</source>
        <translation>{region} {dice} (nur in der Referenz)</translation>
    </message>
    <message>
        <source>{region} {dice} (only in prediction)</source>
        <translation>{region} {dice} (nur in der Vorhersage)</translation>
    </message>
    <message>
        <source>Dice over the slices</source>
        <translation>Dice über die Schichten</translation>
    </message>
    <message>
        <source>Dice of every slice</source>
        <translation>Dice jeder Schicht</translation>
    </message>
    <message>
        <source>case Dice</source>
        <translation>Fall-Dice</translation>
    </message>
    <message>
        <source>Dice per slice: counting…</source>
        <translation>Dice je Schicht: wird gezählt…</translation>
    </message>
    <message>
        <source>Dice per slice: {title}</source>
        <translation>Dice je Schicht: {title}</translation>
    </message>
    <message>
        <source>Dice per slice</source>
        <translation>Dice je Schicht</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>next or previous slice</source>
        <translation>nächste oder vorige Schicht</translation>
    </message>
    <message>
        <source>Click or drag</source>
        <translation>Klicken oder Ziehen</translation>
    </message>
    <message>
        <source>move the crosshair in all views, or use the tool chosen</source>
        <translation>das Fadenkreuz in allen Ansichten bewegen oder das gewählte Werkzeug benutzen</translation>
    </message>
    <message>
        <source>Shift + move</source>
        <translation>Umschalt + Bewegen</translation>
    </message>
    <message>
        <source>the crosshair follows the pointer in all views</source>
        <translation>das Fadenkreuz folgt dem Zeiger in allen Ansichten</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Rad</translation>
    </message>
    <message>
        <source>right drag</source>
        <translation>rechts ziehen</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>vergrößern oder verkleinern</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Mitte ziehen</translation>
    </message>
    <message>
        <source>Shift + drag</source>
        <translation>Umschalt + Ziehen</translation>
    </message>
    <message>
        <source>move the picture</source>
        <translation>das Bild verschieben</translation>
    </message>
    <message>
        <source>Ctrl + drag</source>
        <translation>Strg + Ziehen</translation>
    </message>
    <message>
        <source>window from a region: brightness and contrast that suit it</source>
        <translation>Fenster aus einem Gebiet: Helligkeit und Kontrast, die dazu passen</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>one view alone, and back</source>
        <translation>eine Ansicht allein, und zurück</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>Rechtsklick</translation>
    </message>
    <message>
        <source>window presets and how the view is drawn</source>
        <translation>Fensterungen und wie die Ansicht gezeichnet wird</translation>
    </message>
    <message>
        <source>next slice; with Shift five at once</source>
        <translation>nächste Schicht; mit Umschalt fünf auf einmal</translation>
    </message>
    <message>
        <source>slice before; with Shift five at once</source>
        <translation>vorige Schicht; mit Umschalt fünf auf einmal</translation>
    </message>
    <message>
        <source>first slice</source>
        <translation>erste Schicht</translation>
    </message>
    <message>
        <source>last slice</source>
        <translation>letzte Schicht</translation>
    </message>
    <message>
        <source>move the crosshair within the slice; with Shift five voxels at once</source>
        <translation>das Fadenkreuz in der Schicht bewegen; mit Umschalt fünf Voxel auf einmal</translation>
    </message>
    <message>
        <source>zoom in</source>
        <translation>vergrößern</translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation>verkleinern</translation>
    </message>
    <message>
        <source>fit the slice into its view</source>
        <translation>die Schicht in ihre Ansicht einpassen</translation>
    </message>
    <message>
        <source>masks fainter</source>
        <translation>Masken schwächer</translation>
    </message>
    <message>
        <source>masks stronger</source>
        <translation>Masken stärker</translation>
    </message>
    <message>
        <source>crosshair shown or hidden in this view</source>
        <translation>Fadenkreuz in dieser Ansicht gezeigt oder verborgen</translation>
    </message>
    <message>
        <source>this view alone, and back</source>
        <translation>diese Ansicht allein, und zurück</translation>
    </message>
    <message>
        <source>next or previous lesion of the mask</source>
        <translation>nächste oder vorige Läsion der Maske</translation>
    </message>
    <message>
        <source>put the tool away, or what is half drawn</source>
        <translation>das Werkzeug weglegen, oder was halb gezeichnet ist</translation>
    </message>
    <message>
        <source>the tool before this one</source>
        <translation>das Werkzeug vor diesem</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>turn the surfaces</source>
        <translation>die Oberflächen drehen</translation>
    </message>
    <message>
        <source>move the surfaces</source>
        <translation>die Oberflächen verschieben</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klicken</translation>
    </message>
    <message>
        <source>the crosshair goes to that place of the surface</source>
        <translation>das Fadenkreuz geht zu dieser Stelle der Oberfläche</translation>
    </message>
    <message>
        <source>zoom in or out</source>
        <translation>vergrößern oder verkleinern</translation>
    </message>
    <message>
        <source>look from the front, the back, the patient&apos;s left or right, the head or the feet</source>
        <translation>von vorn, von hinten, von der linken oder rechten Seite des Patienten, vom Kopf oder von den Füßen her ansehen</translation>
    </message>
    <message>
        <source>see all from the front</source>
        <translation>alles von vorn sehen</translation>
    </message>
    <message>
        <source>how the slices are shown among the surfaces</source>
        <translation>wie die Schichten zwischen den Oberflächen gezeigt werden</translation>
    </message>
    <message>
        <source>Histogram of the scan with the grey window</source>
        <translation>Histogramm der Aufnahme mit dem Grauwertfenster</translation>
    </message>
    <message>
        <source>Drag an edge, or the window itself; wheel: closer; double-click: all of it</source>
        <translation>Einen Rand oder das Fenster selbst ziehen; Rad: näher; Doppelklick: alles</translation>
    </message>
    <message>
        <source>{area:,.0f} px²</source>
        <translation>{area:,.0f} px²</translation>
    </message>
    <message>
        <source>{area:.1f} mm²</source>
        <translation>{area:.1f} mm²</translation>
    </message>
    <message>
        <source>{area:.2f} cm²</source>
        <translation>{area:.2f} cm²</translation>
    </message>
    <message>
        <source>angle unknown (no scale)</source>
        <translation>Winkel unbekannt (kein Maßstab)</translation>
    </message>
    <message>
        <source>no angle</source>
        <translation>kein Winkel</translation>
    </message>
    <message>
        <source>no pixel inside</source>
        <translation>kein Pixel darin</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>Mean {mean:.1f}  SD {sd} {unit}</source>
        <translation>Mittel {mean:.1f}  SD {sd} {unit}</translation>
    </message>
    <message>
        <source>Min {low:.4g}  Max {high:.4g} {unit}</source>
        <translation>Min {low:.4g}  Max {high:.4g} {unit}</translation>
    </message>
    <message>
        <source>{area}  {count:,} pixels</source>
        <translation>{area}  {count:,} Pixel</translation>
    </message>
    <message>
        <source>second scan: nothing here</source>
        <translation>zweite Aufnahme: hier nichts</translation>
    </message>
    <message>
        <source>second scan: {value:.6g} HU</source>
        <translation>zweite Aufnahme: {value:.6g} HU</translation>
    </message>
    <message>
        <source>second scan: grey {value:.6g}</source>
        <translation>zweite Aufnahme: Grauwert {value:.6g}</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronar</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Schlaganfall</translation>
    </message>
    <message>
        <source>voxel {i}, {j}, {k}</source>
        <translation>Voxel {i}, {j}, {k}</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>grey {value:.6g}</source>
        <translation>Grauwert {value:.6g}</translation>
    </message>
    <message>
        <source>{side_text} mm</source>
        <translation>{side_text} mm</translation>
    </message>
    <message>
        <source>Plane shown side by side</source>
        <translation>Nebeneinander gezeigte Ebene</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Gekoppelt</translation>
    </message>
    <message>
        <source>Share of the second scan over the first</source>
        <translation>Anteil der zweiten Aufnahme über der ersten</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>Close second scan</source>
        <translation>Zweite Aufnahme schließen</translation>
    </message>
    <message>
        <source>Put the second scan away</source>
        <translation>Die zweite Aufnahme weglegen</translation>
    </message>
    <message>
        <source>Move both by the same mm, from where each stands now</source>
        <translation>Beide um dieselben mm bewegen, von da aus, wo jede jetzt steht</translation>
    </message>
    <message>
        <source>Keep both at the same place of the patient</source>
        <translation>Beide an derselben Stelle des Patienten halten</translation>
    </message>
    <message>
        <source>Blend over the open scan: left none of the second, right nothing but it</source>
        <translation>Über die geöffnete Aufnahme blenden: links nichts von der zweiten, rechts nur sie</translation>
    </message>
    <message>
        <source>Show the second scan in place of the first, or back (T)</source>
        <translation>Die zweite Aufnahme anstelle der ersten zeigen, oder zurück (T)</translation>
    </message>
    <message>
        <source>{scan} ends before this place: its nearest slice is shown.</source>
        <translation>{scan} endet vor dieser Stelle: die nächstgelegene Schicht wird gezeigt.</translation>
    </message>
    <message>
        <source>They move together from where you linked them.</source>
        <translation>Sie bewegen sich gemeinsam von da aus, wo Sie sie gekoppelt haben.</translation>
    </message>
    <message>
        <source>A second scan is shown here, at the same place of the patient: an earlier examination, or another phase.</source>
        <translation>Eine zweite Aufnahme wird hier gezeigt, an derselben Stelle des Patienten: eine frühere Untersuchung oder eine andere Phase.</translation>
    </message>
    <message>
        <source>Open second scan…</source>
        <translation>Zweite Aufnahme öffnen…</translation>
    </message>
    <message>
        <source>{plane} slice</source>
        <translation>{plane}, Schicht</translation>
    </message>
    <message>
        <source>Stop here (K)</source>
        <translation>Hier anhalten (K)</translation>
    </message>
    <message>
        <source>Play the slices (K); right-click for the pace</source>
        <translation>Die Schichten abspielen (K); Rechtsklick für das Tempo</translation>
    </message>
    <message>
        <source>Play {plane} slices</source>
        <translation>Schichten abspielen: {plane}</translation>
    </message>
    <message>
        <source>slice {position} of {slices}</source>
        <translation>Schicht {position} von {slices}</translation>
    </message>
    <message>
        <source>Open a CT: File &gt; Open, or drop files here.

None at hand? File &gt; Open demo patients makes some.</source>
        <translation>Ein CT öffnen: Datei &gt; Öffnen, oder Dateien hier ablegen.

Keines zur Hand? Datei &gt; Demo-Patienten öffnen erzeugt welche.</translation>
    </message>
    <message>
        <source>the case</source>
        <translation>den Fall</translation>
    </message>
    <message>
        <source>Surfaces of the masks appear here.</source>
        <translation>Oberflächen der Masken erscheinen hier.</translation>
    </message>
    <message>
        <source>Surfaces of the masks appear here.

Open a mask, or predict one.</source>
        <translation>Oberflächen der Masken erscheinen hier.

Eine Maske öffnen oder vorhersagen.</translation>
    </message>
    <message>
        <source>Building the surfaces…</source>
        <translation>Die Oberflächen werden gebaut…</translation>
    </message>
    <message>
        <source>The masks hold no label: there is no surface to show.</source>
        <translation>Die Masken enthalten kein Label: es gibt keine Oberfläche zu zeigen.</translation>
    </message>
    <message>
        <source>Voxel size unknown</source>
        <translation>Voxelgröße unbekannt</translation>
    </message>
    <message>
        <source>Surfaces of the masks</source>
        <translation>Oberflächen der Masken</translation>
    </message>
    <message>
        <source>Building surfaces: {done} of {count}</source>
        <translation>Oberflächen werden gebaut: {done} von {count}</translation>
    </message>
    <message>
        <source>The 3D view needs OpenGL 3.2, which does not work on this computer; everything else works without it.</source>
        <translation>Die 3D-Ansicht braucht OpenGL 3.2, das auf diesem Computer nicht arbeitet; alles andere funktioniert ohne sie.</translation>
    </message>
    <message>
        <source>The 3D view stopped unexpectedly; everything else works without it.</source>
        <translation>Die 3D-Ansicht hielt unerwartet an; alles andere funktioniert ohne sie.</translation>
    </message>
    <message>
        <source>Look from the front</source>
        <translation>Von vorn ansehen</translation>
    </message>
    <message>
        <source>Look from the back</source>
        <translation>Von hinten ansehen</translation>
    </message>
    <message>
        <source>Look from the patient&apos;s left</source>
        <translation>Von der linken Seite des Patienten ansehen</translation>
    </message>
    <message>
        <source>Look from the patient&apos;s right</source>
        <translation>Von der rechten Seite des Patienten ansehen</translation>
    </message>
    <message>
        <source>Look from the head</source>
        <translation>Vom Kopf her ansehen</translation>
    </message>
    <message>
        <source>Look from the feet</source>
        <translation>Von den Füßen her ansehen</translation>
    </message>
    <message>
        <source>No slices</source>
        <translation>Keine Schichten</translation>
    </message>
    <message>
        <source>Frames of the three slices</source>
        <translation>Rahmen der drei Schichten</translation>
    </message>
    <message>
        <source>Axial slice as a picture</source>
        <translation>Axiale Schicht als Bild</translation>
    </message>
    <message>
        <source>All three slices as pictures</source>
        <translation>Alle drei Schichten als Bilder</translation>
    </message>
    <message>
        <source>Drag to turn, Shift+drag to move, wheel or right-drag to zoom, R to see all from the front.
Click a surface to move the crosshair there; click the cube to look from that side.</source>
        <translation>Ziehen dreht, Umschalt+Ziehen verschiebt, Rad oder rechts Ziehen vergrößert, R zeigt alles von vorn.
Eine Oberfläche anklicken, um das Fadenkreuz dorthin zu bewegen; den Würfel anklicken, um von dieser Seite zu sehen.</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D-Ansicht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{look} (Shift+{side})</source>
        <translation>{look} (Umschalt+{side})</translation>
    </message>
    <message>
        <source>Slices in the 3D view (V)</source>
        <translation>Schichten in der 3D-Ansicht (V)</translation>
    </message>
    <message>
        <source>Slices in the 3D view</source>
        <translation>Schichten in der 3D-Ansicht</translation>
    </message>
    <message>
        <source>Maximise {title}</source>
        <translation>{title} maximieren</translation>
    </message>
    <message>
        <source>Show this {what} alone (double-click)</source>
        <translation>Nur {what} zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>Show all views (double-click)</source>
        <translation>Alle Ansichten zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>{preset}  (needs HU)</source>
        <translation>{preset}  (braucht HU)</translation>
    </message>
    <message>
        <source>From file  {width:g} / {level:g}</source>
        <translation>Aus Datei  {width:g} / {level:g}</translation>
    </message>
    <message>
        <source>Auto (fit this slice)</source>
        <translation>Auto (an diese Schicht anpassen)</translation>
    </message>
    <message>
        <source>Smooth image</source>
        <translation>Bild glätten</translation>
    </message>
    <message>
        <source>Crosshair	X</source>
        <translation>Fadenkreuz	X</translation>
    </message>
    <message>
        <source>Reset view	R</source>
        <translation>Ansicht zurücksetzen	R</translation>
    </message>
    <message>
        <source>The open scan has grey values, not HU.</source>
        <translation>Die geöffnete Aufnahme hat Grauwerte, keine HU.</translation>
    </message>
    <message>
        <source>The open scan is in HU; this window is for grey values.</source>
        <translation>Die geöffnete Aufnahme ist in HU; dieses Fenster ist für Grauwerte.</translation>
    </message>
    <message>
        <source>&amp;Window presets</source>
        <translation>&amp;Fensterungen</translation>
    </message>
    <message>
        <source>Brightness and contrast for an organ</source>
        <translation>Helligkeit und Kontrast für ein Organ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Rounds finished</source>
        <translation>Fertige Runden</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Minutes of work, pauses left out</source>
        <translation>Minuten der Arbeit, ohne Pausen</translation>
    </message>
    <message>
        <source>Mean Dice</source>
        <translation>Mittlerer Dice</translation>
    </message>
    <message>
        <source>Mean Dice of whole validation patients in the best round</source>
        <translation>Mittlerer Dice ganzer Validierungspatienten in der besten Runde</translation>
    </message>
    <message>
        <source>Dice {label}</source>
        <translation>Dice {label}</translation>
    </message>
    <message>
        <source>Dice of {label} in the best round, mean of whole validation patients</source>
        <translation>Dice von {label} in der besten Runde, Mittel ganzer Validierungspatienten</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>no run</source>
        <translation>kein Lauf</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>{done} of {epochs}</source>
        <translation>{done} von {epochs}</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Slices at once</source>
        <translation>Schichten auf einmal</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Per 100 slices</source>
        <translation>Je 100 Schichten</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Card memory</source>
        <translation>Grafikspeicher</translation>
    </message>
    <message>
        <source>What a use of the model costs</source>
        <translation>Was eine Anwendung des Modells kostet</translation>
    </message>
    <message>
        <source>Measure on the open scan</source>
        <translation>An der geöffneten Aufnahme messen</translation>
    </message>
    <message>
        <source>Run the model on the open scan in several ways and time each; about a minute</source>
        <translation>Das Modell auf verschiedene Weise auf die geöffnete Aufnahme anwenden und jedes Mal die Zeit nehmen; etwa eine Minute</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Messung anhalten</translation>
    </message>
    <message>
        <source>How far measuring is</source>
        <translation>Wie weit die Messung ist</translation>
    </message>
    <message>
        <source>What a use costs on this computer</source>
        <translation>Was eine Anwendung auf diesem Computer kostet</translation>
    </message>
    <message>
        <source>Not measured yet for this model on this computer.</source>
        <translation>Für dieses Modell auf diesem Computer noch nicht gemessen.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>From the scan in memory to its cleaned mask: {scan}, {computer}; measured {moment}.</source>
        <translation>Von der Aufnahme im Speicher bis zu ihrer bereinigten Maske: {scan}, {computer}; gemessen: {moment}.</translation>
    </message>
    <message>
        <source>Reading the scan from its file took {seconds:.1f} s more.</source>
        <translation>Das Lesen der Aufnahme aus ihrer Datei dauerte zusätzlich {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>Model file {size}, {parameters:,} parameters. Memory: most of the whole process, the scan in it.</source>
        <translation>Modelldatei {size}, {parameters:,} Parameter. Speicher: höchster Stand des ganzen Prozesses, einschließlich der Aufnahme.</translation>
    </message>
    <message>
        <source>Opening the patient…</source>
        <translation>Der Patient wird geöffnet…</translation>
    </message>
    <message>
        <source>The model draws its outline…</source>
        <translation>Das Modell zeichnet seinen Umriss…</translation>
    </message>
    <message>
        <source>Comparing it with yours…</source>
        <translation>Er wird mit Ihrem verglichen…</translation>
    </message>
    <message>
        <source>Dice of 1 test patient: {scores}</source>
        <translation>Dice von 1 Testpatienten: {scores}</translation>
    </message>
    <message>
        <source>Dice of {scans} test scans, on average: {scores}</source>
        <translation>Dice von {scans} Testaufnahmen, im Mittel: {scores}</translation>
    </message>
    <message>
        <source>Dice on {patient}: {scores}</source>
        <translation>Dice bei {patient}: {scores}</translation>
    </message>
    <message>
        <source>There is a model.</source>
        <translation>Es gibt ein Modell.</translation>
    </message>
    <message>
        <source>Best model after epoch {epoch}: mean Dice {dice} on the validation patients. That is little: give it more time (Train more) or more patients.</source>
        <translation>Bestes Modell nach Epoche {epoch}: mittlerer Dice {dice} bei den Validierungspatienten. Das ist wenig: mehr Zeit geben (Weiter trainieren) oder mehr Patienten.</translation>
    </message>
    <message>
        <source>Best model after epoch {epoch}: mean Dice {dice} on the validation patients.</source>
        <translation>Bestes Modell nach Epoche {epoch}: mittlerer Dice {dice} bei den Validierungspatienten.</translation>
    </message>
    <message>
        <source>The model {model} is chosen.</source>
        <translation>Das Modell {model} ist gewählt.</translation>
    </message>
    <message>
        <source>Everything worked. {forecast}</source>
        <translation>Alles hat geklappt. {forecast}</translation>
    </message>
    <message>
        <source>It could not be finished.</source>
        <translation>Es konnte nicht beendet werden.</translation>
    </message>
    <message>
        <source>Words used here</source>
        <translation>Wörter erklärt</translation>
    </message>
    <message>
        <source>Search words and what they mean</source>
        <translation>Wörter und ihre Bedeutung suchen</translation>
    </message>
    <message>
        <source>Search: a word such as epoch, or what you look for</source>
        <translation>Suche: ein Wort wie Epoche, oder was Sie suchen</translation>
    </message>
    <message>
        <source>No word here has “{letters}”.</source>
        <translation>Kein Wort hier enthält „{letters}“.</translation>
    </message>
    <message>
        <source>Dice of every slice after every epoch</source>
        <translation>Dice jeder Schicht nach jeder Epoche</translation>
    </message>
    <message>
        <source>Dice of each slice</source>
        <translation>Dice jeder Schicht</translation>
    </message>
    <message>
        <source>Epoch {epoch}, slice {slice}: {dice}</source>
        <translation>Epoche {epoch}, Schicht {slice}: {dice}</translation>
    </message>
    <message>
        <source>{source}: {region} {dice}</source>
        <translation>{source}: {region} {dice}</translation>
    </message>
    <message>
        <source>tumour</source>
        <translation>Tumor</translation>
    </message>
    <message>
        <source>Fresh radiologist, LiTS</source>
        <translation>Junger Radiologe, LiTS</translation>
    </message>
    <message>
        <source>{run}, training</source>
        <translation>{run}, Training</translation>
    </message>
    <message>
        <source>{run}, validation</source>
        <translation>{run}, Validierung</translation>
    </message>
    <message>
        <source>{run} IoU</source>
        <translation>{run} IoU</translation>
    </message>
    <message>
        <source>{run}, validation accuracy</source>
        <translation>{run}, Genauigkeit der Validierung</translation>
    </message>
    <message>
        <source>Note on this run</source>
        <translation>Notiz zu diesem Lauf</translation>
    </message>
    <message>
        <source>Choose a run to note something.</source>
        <translation>Einen Lauf wählen, um etwas zu notieren.</translation>
    </message>
    <message>
        <source>Runs – Slicewise</source>
        <translation>Läufe – Slicewise</translation>
    </message>
    <message>
        <source>Show only runs with these words, as quick tumour 128</source>
        <translation>Nur Läufe mit diesen Wörtern zeigen, etwa quick tumour 128</translation>
    </message>
    <message>
        <source>Words that runs must have</source>
        <translation>Wörter, die Läufe enthalten müssen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose what is shown of each run</source>
        <translation>Wählen, was von jedem Lauf gezeigt wird</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Bring back a run from the trash</source>
        <translation>Einen Lauf aus dem Papierkorb zurückholen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Reading run {done} of {total}…</source>
        <translation>Lauf {done} von {total} wird gelesen…</translation>
    </message>
    <message>
        <source>Runs ({count})</source>
        <translation>Läufe ({count})</translation>
    </message>
    <message>
        <source>Runs ({shown} of {count})</source>
        <translation>Läufe ({shown} von {count})</translation>
    </message>
    <message>
        <source>No runs yet; Start training in the Train panel makes one.</source>
        <translation>Noch keine Läufe; Training starten im Bereich Training macht einen.</translation>
    </message>
    <message>
        <source>No run has all of these words.</source>
        <translation>Kein Lauf hat alle diese Wörter.</translation>
    </message>
    <message>
        <source>Queue ({count})</source>
        <translation>Warteschlange ({count})</translation>
    </message>
    <message>
        <source>Predict uses the model of {run} now.</source>
        <translation>Die Vorhersage verwendet jetzt das Modell von {run}.</translation>
    </message>
    <message>
        <source>{run} lies in the trash.</source>
        <translation>{run} liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>{count} runs lie in the trash.</source>
        <translation>{count} Läufe liegen im Papierkorb.</translation>
    </message>
    <message>
        <source>{run} is back.</source>
        <translation>{run} ist zurück.</translation>
    </message>
    <message>
        <source>Bring back {run}</source>
        <translation>{run} zurückholen</translation>
    </message>
    <message>
        <source>{count} runs at once are too many: the first {most} are shown.</source>
        <translation>{count} Läufe auf einmal sind zu viele: die ersten {most} werden gezeigt.</translation>
    </message>
    <message>
        <source>There is no run yet; train one first.</source>
        <translation>Es gibt noch keinen Lauf; zuerst einen trainieren.</translation>
    </message>
    <message>
        <source>Curves – Slicewise</source>
        <translation>Kurven – Slicewise</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Weight of the moving average over loss and Dice; the raw curves stay, faint.</source>
        <translation>Gewicht des gleitenden Mittels über Verlust und Dice; die rohen Kurven bleiben blass sichtbar.</translation>
    </message>
    <message>
        <source>All epochs</source>
        <translation>Alle Epochen</translation>
    </message>
    <message>
        <source>End zooming: show the whole run.</source>
        <translation>Vergrößerung beenden: den ganzen Lauf zeigen.</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Follow the newest epoch again, here and in the views.</source>
        <translation>Wieder der neuesten Epoche folgen, hier und in den Ansichten.</translation>
    </message>
    <message>
        <source>{place} · {status}</source>
        <translation>{place} · {status}</translation>
    </message>
    <message>
        <source>Click an epoch in a curve or in the picture of slices: the views show what the network drew then. Drag from one epoch to another to compare them.</source>
        <translation>Eine Epoche in einer Kurve oder in der Schichtkarte anklicken: die Ansichten zeigen, was das Netz damals zeichnete. Von einer Epoche zur anderen ziehen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>This run has no scores of a validation patient yet.</source>
        <translation>Dieser Lauf hat noch keine Werte eines Validierungspatienten.</translation>
    </message>
    <message>
        <source>The scan of case {case} is not known; choose the folder of scans and evaluate again.</source>
        <translation>Die Aufnahme von Fall {case} ist nicht bekannt; den Ordner der Aufnahmen wählen und erneut auswerten.</translation>
    </message>
    <message>
        <source>In brackets: 95 % confidence interval, found by drawing persons anew.</source>
        <translation>In Klammern: 95-%-Konfidenzintervall, durch erneutes Ziehen der Personen bestimmt.</translation>
    </message>
    <message>
        <source>All {count} cases</source>
        <translation>Alle {count} Fälle</translation>
    </message>
    <message>
        <source>Median {value}</source>
        <translation>Median {value}</translation>
    </message>
    <message>
        <source>Of 1 case</source>
        <translation>Von 1 Fall</translation>
    </message>
    <message>
        <source>Of {cases} cases of {persons} persons</source>
        <translation>Aus {cases} Fällen von {persons} Personen</translation>
    </message>
    <message>
        <source>Of {cases} cases of {persons} persons; n/a in {left}</source>
        <translation>Aus {cases} Fällen von {persons} Personen; n/a in {left}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Lesions by diameter</source>
        <translation>Läsionen nach Durchmesser</translation>
    </message>
    <message>
        <source>Lesions by contrast to the liver</source>
        <translation>Läsionen nach Kontrast zur Leber</translation>
    </message>
    <message>
        <source>Lesions found of those there are, false alarms of that size, and mean lesion Dice.</source>
        <translation>Gefundene von den vorhandenen Läsionen, Fehlalarme dieser Größe und mittlerer Läsions-Dice.</translation>
    </message>
    <message>
        <source>{found} of {total} found, {false} false, Dice {dice}</source>
        <translation>{found} von {total} gefunden, {false} falsch, Dice {dice}</translation>
    </message>
    <message>
        <source>under {high} {unit}</source>
        <translation>unter {high} {unit}</translation>
    </message>
    <message>
        <source>{low} {unit} and more</source>
        <translation>{low} {unit} und mehr</translation>
    </message>
    <message>
        <source>{low} to {high} {unit}</source>
        <translation>{low} bis {high} {unit}</translation>
    </message>
    <message>
        <source>The network, drawn as the U it is</source>
        <translation>Das Netz, gezeichnet als das U, das es ist</translation>
    </message>
    <message>
        <source>Building the network…</source>
        <translation>Das Netz wird gebaut…</translation>
    </message>
    <message>
        <source>has no ending that a drawing has</source>
        <translation>hat keine Endung, die eine Zeichnung hat</translation>
    </message>
    <message>
        <source>choose .svg, .pdf or .png</source>
        <translation>bitte .svg, .pdf oder .png wählen</translation>
    </message>
    <message>
        <source>{case}, slice {number}</source>
        <translation>{case}, Schicht {number}</translation>
    </message>
    <message>
        <source>Pictures of the batch</source>
        <translation>Bilder des Batches</translation>
    </message>
    <message>
        <source>What to confirm</source>
        <translation>Was zu bestätigen ist</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>Was es braucht</translation>
    </message>
    <message>
        <source>Details of a block</source>
        <translation>Einzelheiten eines Blocks</translation>
    </message>
    <message>
        <source>Point at a block of the drawing, or go there with the arrows.</source>
        <translation>Auf einen Block der Zeichnung zeigen oder mit den Pfeilen dorthin gehen.</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>look at this</source>
        <translation>bitte ansehen</translation>
    </message>
    <message>
        <source>How long that takes on this computer is measured by Plan settings… and by Rehearse.</source>
        <translation>Wie lange das auf diesem Computer dauert, messen Einstellungen planen… und Probe.</translation>
    </message>
    <message>
        <source>Measured in this run: {speed} slices learned a second, which is {rate} operations a second.</source>
        <translation>In diesem Lauf gemessen: {speed} gelernte Schichten pro Sekunde, das sind {rate} Rechenschritte pro Sekunde.</translation>
    </message>
    <message>
        <source>Measured for the plan: {speed} slices learned a second, which is {rate} operations a second.</source>
        <translation>Für den Plan gemessen: {speed} gelernte Schichten pro Sekunde, das sind {rate} Rechenschritte pro Sekunde.</translation>
    </message>
    <message>
        <source>Largest memory of the whole process, libraries and scans included: {memory} MB.</source>
        <translation>Größter Speicher des ganzen Prozesses, Bibliotheken und Aufnahmen eingeschlossen: {memory} MB.</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
    <message>
        <source>is over, so it learns from no further batch</source>
        <translation>ist zu Ende und lernt von keinem weiteren Batch</translation>
    </message>
    <message>
        <source>start another one, or close this window</source>
        <translation>bitte einen neuen starten oder dieses Fenster schließen</translation>
    </message>
    <message>
        <source>Before augmentation</source>
        <translation>Vor der Augmentation</translation>
    </message>
    <message>
        <source>As it is learned from</source>
        <translation>Wie davon gelernt wird</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The picture before (Left)</source>
        <translation>Das Bild davor (Links)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The next picture (Right)</source>
        <translation>Das nächste Bild (Rechts)</translation>
    </message>
    <message>
        <source>As it lies in the data set, without augmentation</source>
        <translation>Wie es im Datensatz liegt, ohne Augmentation</translation>
    </message>
    <message>
        <source>As the network learns from it</source>
        <translation>Wie das Netz davon lernt</translation>
    </message>
    <message>
        <source>{case}, slice {number} – Slicewise</source>
        <translation>{case}, Schicht {number} – Slicewise</translation>
    </message>
    <message>
        <source>{name} {percent} %</source>
        <translation>{name} {percent} %</translation>
    </message>
    <message>
        <source>What augmentation did: {changes}. Share of the picture: {held}.</source>
        <translation>Was die Augmentation tat: {changes}. Anteil am Bild: {held}.</translation>
    </message>
    <message>
        <source>The run going on ({name})</source>
        <translation>Der laufende Lauf ({name})</translation>
    </message>
    <message>
        <source>As it is set up now</source>
        <translation>Wie jetzt eingestellt</translation>
    </message>
    <message>
        <source>The newest run ({name})</source>
        <translation>Der neueste Lauf ({name})</translation>
    </message>
    <message>
        <source>run report</source>
        <translation>Laufbericht</translation>
    </message>
    <message>
        <source>evaluation report</source>
        <translation>Auswertungsbericht</translation>
    </message>
    <message>
        <source>A report is being written already; wait for it or cancel it.</source>
        <translation>Es wird schon ein Bericht geschrieben; bitte warten oder ihn abbrechen.</translation>
    </message>
    <message>
        <source>{file} was saved.</source>
        <translation>{file} wurde gespeichert.</translation>
    </message>
    <message>
        <source>The network…</source>
        <translation>Das Netz…</translation>
    </message>
    <message>
        <source>Draw the network: its levels, what it sees of the body, what it takes (F9)</source>
        <translation>Das Netz zeichnen: seine Ebenen, was es vom Körper sieht, was es braucht (F9)</translation>
    </message>
    <message>
        <source>What it sees…</source>
        <translation>Was es sieht…</translation>
    </message>
    <message>
        <source>Show the very pictures and masks it learns from (Shift+F9)</source>
        <translation>Genau die Bilder und Masken zeigen, von denen es lernt (Umschalt+F9)</translation>
    </message>
    <message>
        <source>Lesions drawn wrong, the most harmful first</source>
        <translation>Falsch gezeichnete Läsionen, die schädlichste zuerst</translation>
    </message>
    <message>
        <source>Dice by diameter</source>
        <translation>Dice nach Durchmesser</translation>
    </message>
    <message>
        <source>No scan has a scale in mm.</source>
        <translation>Keine Aufnahme hat einen Maßstab in mm.</translation>
    </message>
    <message>
        <source>Dice by contrast to the liver</source>
        <translation>Dice nach Kontrast zur Leber</translation>
    </message>
    <message>
        <source>Contrasts need the scans, and a liver in the references.</source>
        <translation>Kontraste brauchen die Aufnahmen und eine Leber in den Referenzen.</translation>
    </message>
    <message>
        <source>{kind} ({count})</source>
        <translation>{kind} ({count})</translation>
    </message>
    <message>
        <source>Once cases with tumours are compared, every lesion drawn wrong shows here.</source>
        <translation>Sobald Fälle mit Tumoren verglichen sind, erscheint hier jede falsch gezeichnete Läsion.</translation>
    </message>
    <message>
        <source>Longest axial diameter, mm</source>
        <translation>Längster axialer Durchmesser, mm</translation>
    </message>
    <message>
        <source>Difference to the liver, HU</source>
        <translation>Unterschied zur Leber, HU</translation>
    </message>
    <message>
        <source>Difference to the liver, grey levels</source>
        <translation>Unterschied zur Leber, Graustufen</translation>
    </message>
    <message>
        <source>Cases compared</source>
        <translation>Verglichene Fälle</translation>
    </message>
    <message>
        <source>All cases together</source>
        <translation>Alle Fälle zusammen</translation>
    </message>
    <message>
        <source>Slices of all cases, the worst first</source>
        <translation>Schichten aller Fälle, die schlechteste zuerst</translation>
    </message>
    <message>
        <source>1 case.</source>
        <translation>1 Fall.</translation>
    </message>
    <message>
        <source>{cases} cases, a person each.</source>
        <translation>{cases} Fälle, je eine Person.</translation>
    </message>
    <message>
        <source>{cases} cases of one person.</source>
        <translation>{cases} Fälle einer Person.</translation>
    </message>
    <message>
        <source>{cases} cases of {persons} persons.</source>
        <translation>{cases} Fälle von {persons} Personen.</translation>
    </message>
    <message>
        <source>Dice of {region}: {dice}.</source>
        <translation>Dice von {region}: {dice}.</translation>
    </message>
    <message>
        <source>Lesions found: {share}.</source>
        <translation>Gefundene Läsionen: {share}.</translation>
    </message>
    <message>
        <source>Your readers, {count} cases</source>
        <translation>Ihre Befunder, {count} Fälle</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Abweichende Einstellungen</translation>
    </message>
    <message>
        <source>A training goes on already; add this one to the queue instead.</source>
        <translation>Ein Training ist schon im Gange; dieses bitte in die Warteschlange stellen.</translation>
    </message>
    <message>
        <source>This run ended before it had split its patients; there is no split.</source>
        <translation>Dieser Lauf endete, bevor er seine Patienten aufgeteilt hatte; es gibt keine Aufteilung.</translation>
    </message>
    <message>
        <source>{who}, {scans} scans: {region} {dice}</source>
        <translation>{who}, {scans} Aufnahmen: {region} {dice}</translation>
    </message>
    <message>
        <source>Best of LiTS 2017</source>
        <translation>Bestes Netz, LiTS 2017</translation>
    </message>
    <message>
        <source>2.5D U-Net, LiTS 2017</source>
        <translation>2.5D-U-Net, LiTS 2017</translation>
    </message>
    <message>
        <source>nnU-Net, LiTS 2018</source>
        <translation>nnU-Net, LiTS 2018</translation>
    </message>
    <message>
        <source>Dashed: the law that fits the trainings best.</source>
        <translation>Gestrichelt: die Gesetzmäßigkeit, die am besten zu den Trainings passt.</translation>
    </message>
    <message>
        <source>Shaded: where nine of ten more trainings would lie.</source>
        <translation>Schattiert: wo neun von zehn weiteren Trainings lägen.</translation>
    </message>
    <message>
        <source>Dotted: published networks that learned from the 131 scans of LiTS, scored on its test scans (Bilic et al. 2023, doi:10.1016/j.media.2022.102680).</source>
        <translation>Gepunktet: veröffentlichte Netze, die aus den 131 Aufnahmen von LiTS gelernt haben, bewertet an dessen Testaufnahmen (Bilic et al. 2023, doi:10.1016/j.media.2022.102680).</translation>
    </message>
    <message>
        <source>Trains the same network on a quarter, on half, on three quarters and on all of the patients there are to learn from, scores each training on the same validation patients, and says from that what twice as many patients would bring.</source>
        <translation>Trainiert dasselbe Netz mit einem Viertel, der Hälfte, drei Vierteln und allen Patienten, von denen gelernt werden kann, bewertet jedes Training an denselben Validierungspatienten und sagt daraus, was doppelt so viele Patienten brächten.</translation>
    </message>
    <message>
        <source>Goes on while this window is closed. Closing Slicewise stops it; it goes on later from there.</source>
        <translation>Läuft weiter, wenn dieses Fenster geschlossen ist. Wird Slicewise geschlossen, hält es an; später geht es von dort weiter.</translation>
    </message>
    <message>
        <source>Data set {dataset}, with the settings of the Train panel ({preset}).</source>
        <translation>Datensatz {dataset}, mit den Einstellungen des Bereichs Training ({preset}).</translation>
    </message>
    <message>
        <source>Patients of the test take no part.</source>
        <translation>Die Testpatienten sind nicht beteiligt.</translation>
    </message>
    <message>
        <source>Each training begins with {model}.</source>
        <translation>Jedes Training beginnt mit {model}.</translation>
    </message>
    <message>
        <source>Who is validated on is chosen automatically.</source>
        <translation>An wem validiert wird, wird automatisch gewählt.</translation>
    </message>
    <message>
        <source>Validated on the case on the split board.</source>
        <translation>Validiert an dem Fall, den die Aufteilung vorsieht.</translation>
    </message>
    <message>
        <source>Validated on the {count} cases on the split board.</source>
        <translation>Validiert an den {count} Fällen, die die Aufteilung vorsieht.</translation>
    </message>
    <message>
        <source>This curve is whole: nothing is trained again unless the data have changed.</source>
        <translation>Diese Kurve ist vollständig: neu trainiert wird nur, wenn sich die Daten geändert haben.</translation>
    </message>
    <message>
        <source>Up to {count} trainings of {minutes:g} min: about {whole}, after the scans are read.</source>
        <translation>Bis zu {count} Trainings von je {minutes:g} min: etwa {whole}, nach dem Lesen der Aufnahmen.</translation>
    </message>
    <message>
        <source>1 training of {minutes:g} min is left, the last one.</source>
        <translation>Noch 1 Training von {minutes:g} min, das letzte.</translation>
    </message>
    <message>
        <source>{count} trainings of {minutes:g} min are left: {whole} at most.</source>
        <translation>Noch {count} Trainings von je {minutes:g} min: höchstens {whole}.</translation>
    </message>
    <message>
        <source>Training {number} of {count}, with 1 patient</source>
        <translation>Training {number} von {count}, mit 1 Patienten</translation>
    </message>
    <message>
        <source>Training {number} of {count}, with {patients} patients</source>
        <translation>Training {number} von {count}, mit {patients} Patienten</translation>
    </message>
    <message>
        <source>{training}: beginning…</source>
        <translation>{training}: beginnt…</translation>
    </message>
    <message>
        <source>{training}: epoch {epoch}. About {time} left in all.</source>
        <translation>{training}: Epoche {epoch}. Insgesamt noch etwa {time}.</translation>
    </message>
    <message>
        <source>Begun, but no training has ended yet.</source>
        <translation>Begonnen, aber noch kein Training ist zu Ende.</translation>
    </message>
    <message>
        <source>{done} of {count} trainings have ended; what they say together follows when all have.</source>
        <translation>{done} von {count} Trainings sind zu Ende; was sie zusammen sagen, folgt nach dem letzten.</translation>
    </message>
    <message>
        <source>Settings, split or minutes were others than those of now; Start measures anew.</source>
        <translation>Einstellungen, Aufteilung oder Minuten waren andere als jetzt; Starten misst neu.</translation>
    </message>
    <message>
        <source>The data set held other cases then ({then}; now {now}): measure again.</source>
        <translation>Der Datensatz enthielt damals andere Fälle ({then}; jetzt {now}): bitte neu messen.</translation>
    </message>
    <message>
        <source>Short trainings: with more time each, all of it lies higher and may bend later.</source>
        <translation>Kurze Trainings: mit mehr Zeit für jedes liegt die ganze Kurve höher und knickt vielleicht später ab.</translation>
    </message>
    <message>
        <source>Last measured {when}, {minutes:g} min each, scored on 1 case.</source>
        <translation>Zuletzt gemessen: {when}, je {minutes:g} min, bewertet an 1 Fall.</translation>
    </message>
    <message>
        <source>Last measured {when}, {minutes:g} min each, scored on {cases} cases.</source>
        <translation>Zuletzt gemessen: {when}, je {minutes:g} min, bewertet an {cases} Fällen.</translation>
    </message>
    <message>
        <source>Choose a data set first: drop its folder on the main window.</source>
        <translation>Zuerst einen Datensatz wählen: seinen Ordner auf das Hauptfenster ziehen.</translation>
    </message>
    <message>
        <source>A training goes on. Beside it both would be slower and the curve wrong: wait until it has ended, or stop it.</source>
        <translation>Ein Training läuft. Daneben wären beide langsamer und die Kurve falsch: bitte warten, bis es zu Ende ist, oder es anhalten.</translation>
    </message>
    <message>
        <source>A learning curve is being measured (Learn, Would more patients help?). Wait until it is, or stop it there: it goes on later from where it was stopped.</source>
        <translation>Eine Lernkurve wird gemessen (Lernen, Helfen mehr Patienten?). Bitte warten, bis sie fertig ist, oder sie dort anhalten: später geht es von dort weiter.</translation>
    </message>
    <message>
        <source>The learning curve is measured. {outlook}</source>
        <translation>Die Lernkurve ist gemessen. {outlook}</translation>
    </message>
    <message>
        <source>How that is known</source>
        <translation>Woher das bekannt ist</translation>
    </message>
    <message>
        <source>Two scans of one person are not two pieces of evidence: whoever is drawn for a confidence interval comes with all scans. Names and equal pixels are known; choose cases that are of one person besides, and say so.</source>
        <translation>Zwei Aufnahmen einer Person sind nicht zwei Belege: wer für ein Konfidenzintervall gezogen wird, kommt mit allen Aufnahmen. Namen und gleiche Pixel sind bekannt; sind weitere Fälle von einer Person, diese wählen und es angeben.</translation>
    </message>
    <message>
        <source>Compare cases first: then it is known who they are of.</source>
        <translation>Zuerst Fälle vergleichen: dann ist bekannt, von wem sie sind.</translation>
    </message>
    <message>
        <source>You say so.</source>
        <translation>Ihre Angabe.</translation>
    </message>
    <message>
        <source>No other case is known to be of this person.</source>
        <translation>Von dieser Person ist kein anderer Fall bekannt.</translation>
    </message>
    <message>
        <source>The data set calls the person {name}.</source>
        <translation>Der Datensatz nennt die Person {name}.</translation>
    </message>
    <message>
        <source>The same scan or mask under another name.</source>
        <translation>Dieselbe Aufnahme oder Maske unter anderem Namen.</translation>
    </message>
    <message>
        <source>Cases and whose they are</source>
        <translation>Fälle und von wem sie sind</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>The chosen cases are of one person</source>
        <translation>Die gewählten Fälle sind von einer Person</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Only names and pixels tell whose the chosen cases are</source>
        <translation>Nur Namen und Pixel sagen, von wem die gewählten Fälle sind</translation>
    </message>
    <message>
        <source>Comparing the scan with those the model learned from…</source>
        <translation>Die Aufnahme wird mit denen verglichen, aus denen das Modell gelernt hat…</translation>
    </message>
    <message>
        <source>Before you predict:</source>
        <translation>Vor der Vorhersage:</translation>
    </message>
    <message>
        <source>In voxel size and grey values this scan is like those the model learned from.</source>
        <translation>In Voxelgröße und Grauwerten gleicht diese Aufnahme denen, aus denen das Modell gelernt hat.</translation>
    </message>
    <message>
        <source>As far as this older model file tells, the scan is like those it learned from; the file does not hold their grey values.</source>
        <translation>Soweit diese ältere Modelldatei es sagt, gleicht die Aufnahme denen, aus denen es gelernt hat; deren Grauwerte enthält die Datei nicht.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source> (and {more} more case has problems)</source>
        <translation> (und {more} weiterer Fall hat Probleme)</translation>
    </message>
    <message>
        <source> (and {more} more cases have problems)</source>
        <translation> (und {more} weitere Fälle haben Probleme)</translation>
    </message>
    <message>
        <source> (another {unsized} in scans without a scale)</source>
        <translation> (weitere {unsized} in Aufnahmen ohne Maßstab)</translation>
    </message>
    <message>
        <source> ({mm} mm)</source>
        <translation> ({mm} mm)</translation>
    </message>
    <message>
        <source> ({mm} to {mm_2} mm)</source>
        <translation> ({mm} bis {mm_2} mm)</translation>
    </message>
    <message>
        <source> ({more} more problem{value})</source>
        <translation> (weitere Probleme: {more}{value})</translation>
    </message>
    <message>
        <source> ({more} more such pair)</source>
        <translation> ({more} weiteres solches Paar)</translation>
    </message>
    <message>
        <source> ({more} more such pairs)</source>
        <translation> ({more} weitere solche Paare)</translation>
    </message>
    <message>
        <source> ({total} lead out of its folder)</source>
        <translation> ({total} führen aus dem Ordner hinaus)</translation>
    </message>
    <message>
        <source> and {holes} more</source>
        <translation> und {holes} weitere</translation>
    </message>
    <message>
        <source> and {names} others</source>
        <translation> und {names} weitere</translation>
    </message>
    <message>
        <source> in {name} line {tb_lineno}</source>
        <translation> in {name} Zeile {tb_lineno}</translation>
    </message>
    <message>
        <source> of {mm} mm</source>
        <translation> zu {mm} mm</translation>
    </message>
    <message>
        <source> One pixel is then {span} mm wide.</source>
        <translation> Ein Pixel ist dann {span} mm breit.</translation>
    </message>
    <message>
        <source> That is rare: without batches filled with it a network answers background.</source>
        <translation> Das ist selten: ohne damit gefüllte Batches antwortet ein Netz mit Hintergrund.</translation>
    </message>
    <message>
        <source> The mask is not drawn: it has another number of voxels.</source>
        <translation> Die Maske ist nicht gezeichnet: sie hat eine andere Zahl von Voxeln.</translation>
    </message>
    <message>
        <source> The mask is not drawn: it {fault}.</source>
        <translation> Die Maske ist nicht gezeichnet: sie {fault}.</translation>
    </message>
    <message>
        <source> The names do not tell persons apart.</source>
        <translation> Die Namen unterscheiden keine Personen.</translation>
    </message>
    <message>
        <source> where it is known ({gaps} of them)</source>
        <translation> wo es bekannt ist ({gaps} davon)</translation>
    </message>
    <message>
        <source> {grey} of {cases} scans hold grey values and stay as they are.</source>
        <translation> {grey} von {cases} Aufnahmen enthalten Grauwerte und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source> {percent} of the tumours shrink below 3 pixels.</source>
        <translation> {percent} der Tumoren schrumpfen unter 3 Pixel.</translation>
    </message>
    <message>
        <source>&quot;{names}&quot; and &quot;{names_2}&quot; share {voxels}</source>
        <translation>„{names}“ und „{names_2}“ teilen {voxels}</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>, 95 % interval of the mean {low} to {high}</source>
        <translation>, 95-%-Intervall des Mittels {low} bis {high}</translation>
    </message>
    <message>
        <source>, and {more} more pair overlap</source>
        <translation>, und {more} weiteres Paar überlappt</translation>
    </message>
    <message>
        <source>, and {more} more pairs overlap</source>
        <translation>, und {more} weitere Paare überlappen</translation>
    </message>
    <message>
        <source>, as when memory runs out</source>
        <translation>, wie wenn der Speicher ausgeht</translation>
    </message>
    <message>
        <source>, as when work finds no end</source>
        <translation>, wie wenn Arbeit kein Ende findet</translation>
    </message>
    <message>
        <source>, by Slicewise {versions}</source>
        <translation>, von Slicewise {versions}</translation>
    </message>
    <message>
        <source>, epoch {epoch}</source>
        <translation>, Epoche {epoch}</translation>
    </message>
    <message>
        <source>, HD95 {millimetres}, ASSD {millimetres_2}, surface Dice {number} at 1 mm and {number_2} at 2 mm</source>
        <translation>, HD95 {millimetres}, ASSD {millimetres_2}, Oberflächen-Dice {number} bei 1 mm und {number_2} bei 2 mm</translation>
    </message>
    <message>
        <source>, lesions: {counts}</source>
        <translation>, Läsionen: {counts}</translation>
    </message>
    <message>
        <source>, loss {losses}</source>
        <translation>, Verlust {losses}</translation>
    </message>
    <message>
        <source>, measured beside busy programs and so too slow</source>
        <translation>, neben beschäftigten Programmen gemessen und daher zu langsam</translation>
    </message>
    <message>
        <source>, read in {read_s} s</source>
        <translation>, gelesen in {read_s} s</translation>
    </message>
    <message>
        <source>, the first time at once, which saves three quarters of the work</source>
        <translation>, das erste Mal sofort, was drei Viertel der Arbeit spart</translation>
    </message>
    <message>
        <source>, {skipped} left out</source>
        <translation>, {skipped} ausgelassen</translation>
    </message>
    <message>
        <source>1 case</source>
        <translation>1 Fall</translation>
    </message>
    <message>
        <source>1 case of this data set was</source>
        <translation>1 Fall dieses Datensatzes wurde</translation>
    </message>
    <message>
        <source>1 false alarm</source>
        <translation>1 Fehlalarm</translation>
    </message>
    <message>
        <source>1 for one label (sigmoid), else background and each label (softmax)</source>
        <translation>1 für ein Label (Sigmoid), sonst Hintergrund und jedes Label (Softmax)</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>1 network</source>
        <translation>1 Netz</translation>
    </message>
    <message>
        <source>1 patient</source>
        <translation>1 Patient</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1 Runde</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>1 scan is</source>
        <translation>1 Aufnahme ist</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>2: the picture is halved at once and the mask doubled at the end</source>
        <translation>2: das Bild wird sofort halbiert und die Maske am Ende verdoppelt</translation>
    </message>
    <message>
        <source>3 × 3 convolution</source>
        <translation>3 × 3-Faltung</translation>
    </message>
    <message>
        <source>3D Slicer segmentation</source>
        <translation>3D-Slicer-Segmentierung</translation>
    </message>
    <message>
        <source>8-bit pictures</source>
        <translation>8-Bit-Bilder</translation>
    </message>
    <message>
        <source>95 % confidence intervals by the percentile bootstrap over persons (9,999 resamples, seed 0); n/a with fewer than two persons. With fewer than about ten they are too narrow: read them as a lower bound of the doubt.</source>
        <translation>95-%-Konfidenzintervalle mit dem Perzentil-Bootstrap über Personen (9.999 Ziehungen, Startwert 0); n/a bei weniger als zwei Personen. Bei weniger als etwa zehn sind sie zu schmal: als untere Grenze des Zweifels zu lesen.</translation>
    </message>
    <message>
        <source>99 % of the labelled voxels lie between {low} and {high} HU; {margin} HU more on both sides show what lies around them.{value}</source>
        <translation>99 % der gelabelten Voxel liegen zwischen {low} und {high} HU; {margin} HU mehr an beiden Seiten zeigen, was um sie liegt.{value}</translation>
    </message>
    <message>
        <source>: enough to learn from, with some made-up ones for variety.</source>
        <translation>: genug zum Lernen, mit einigen künstlichen zur Abwechslung.</translation>
    </message>
    <message>
        <source>: expect a model that works on scans like these and fails on others</source>
        <translation>: zu erwarten ist ein Modell, das bei Aufnahmen wie diesen gelingt und bei anderen versagt</translation>
    </message>
    <message>
        <source>: its slices may be in reverse order</source>
        <translation>: die Schichten sind vielleicht in umgekehrter Reihenfolge</translation>
    </message>
    <message>
        <source>: the network would learn these by heart. Made-up ones in healthy liver teach what all have in common.</source>
        <translation>: das Netz würde diese auswendig lernen. Künstliche in gesunder Leber lehren, was allen gemeinsam ist.</translation>
    </message>
    <message>
        <source>; and {bad} more</source>
        <translation>; und {bad} weitere</translation>
    </message>
    <message>
        <source>; each slice is normalised by itself, as so few cannot be averaged</source>
        <translation>; jede Schicht wird für sich normalisiert, da so wenige nicht gemittelt werden können</translation>
    </message>
    <message>
        <source>; with a falling learning rate some of it often comes back towards the end</source>
        <translation>; mit fallender Lernrate kommt gegen Ende oft etwas davon zurück</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>A batch takes {seconds_words}, scoring the patients kept aside {seconds_words_2}: {rounds} rounds show the curve and leave {percent} of the time to learning. The learning rate falls to zero as the time ends.</source>
        <translation>Ein Batch dauert {seconds_words}, das Bewerten der zurückgehaltenen Patienten {seconds_words_2}: {rounds} Runden zeigen die Kurve und lassen {percent} der Zeit zum Lernen. Die Lernrate fällt auf null, wenn die Zeit endet.</translation>
    </message>
    <message>
        <source>a bitmap picture</source>
        <translation>ein Bitmap-Bild</translation>
    </message>
    <message>
        <source>a damaged picture</source>
        <translation>ein beschädigtes Bild</translation>
    </message>
    <message>
        <source>a file has that name</source>
        <translation>eine Datei hat diesen Namen</translation>
    </message>
    <message>
        <source>a file without a name</source>
        <translation>eine Datei ohne Namen</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a folder has that name</source>
        <translation>ein Ordner hat diesen Namen</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a header of Philips PAR/REC</source>
        <translation>ein Dateikopf von Philips PAR/REC</translation>
    </message>
    <message>
        <source>A learning curve (unet-core plan --learning-curve) tells what more would bring.</source>
        <translation>Eine Lernkurve (unet-core plan --learning-curve) sagt, was mehr brächte.</translation>
    </message>
    <message>
        <source>A lesion&apos;s Dice compares it with what is predicted of it; what a predicted component has outside all lesions counts against the one it overlaps most.</source>
        <translation>Der Dice einer Läsion vergleicht sie mit dem, was von ihr vorhergesagt ist; was eine vorhergesagte Komponente außerhalb aller Läsionen hat, zählt gegen die, die sie am meisten überlappt.</translation>
    </message>
    <message>
        <source>a link or device</source>
        <translation>eine Verknüpfung oder ein Gerät</translation>
    </message>
    <message>
        <source>a Linux program</source>
        <translation>ein Linux-Programm</translation>
    </message>
    <message>
        <source>A long round is saved this often</source>
        <translation>Eine lange Runde wird so oft gespeichert</translation>
    </message>
    <message>
        <source>a macOS program</source>
        <translation>ein macOS-Programm</translation>
    </message>
    <message>
        <source>a MINC or netCDF file</source>
        <translation>eine MINC- oder netCDF-Datei</translation>
    </message>
    <message>
        <source>A model drew it, says the file.</source>
        <translation>Ein Modell hat es gezeichnet, sagt die Datei.</translation>
    </message>
    <message>
        <source>a name that leads out of its folder</source>
        <translation>ein Name, der aus dem Ordner hinausführt</translation>
    </message>
    <message>
        <source>a name that leads out of the archive</source>
        <translation>ein Name, der aus dem Archiv hinausführt</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>ein NumPy-Array</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a pipe or device, not a file</source>
        <translation>eine Pipe oder ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>A pixel is {mm} mm, so a 5 mm lesion is hardly {pixels} pixels wide and may be lost.</source>
        <translation>Ein Pixel misst {mm} mm, eine Läsion von 5 mm ist also kaum {pixels} Pixel breit und kann verloren gehen.</translation>
    </message>
    <message>
        <source>A pixel is {mm} mm, so a 5 mm lesion is still {pixels} pixels wide.</source>
        <translation>Ein Pixel misst {mm} mm, eine Läsion von 5 mm ist also noch {pixels} Pixel breit.</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a record of the DICOMDIR</source>
        <translation>ein Eintrag des DICOMDIR</translation>
    </message>
    <message>
        <source>A saved state came back changed ({name}).</source>
        <translation>Ein gespeicherter Stand kam verändert zurück ({name}).</translation>
    </message>
    <message>
        <source>A saved state of {before} parts ({size} MB) was read back, equal to the bit.</source>
        <translation>Ein gespeicherter Stand aus {before} Teilen ({size} MB) wurde zurückgelesen, auf das Bit gleich.</translation>
    </message>
    <message>
        <source>A scan of the usual size will take about {seconds_words} and {predict_mb} GB of memory with the finished model, on this {where}.</source>
        <translation>Eine Aufnahme üblicher Größe wird mit dem fertigen Modell etwa {seconds_words} und {predict_mb} GB Speicher brauchen, auf dieser Hardware: {where}.</translation>
    </message>
    <message>
        <source>A score whose numerator and denominator are both 0 (for Dice: reference and prediction both empty) is n/a: it is shown as n/a and counted in no mean.</source>
        <translation>Ein Wert, dessen Zähler und Nenner beide 0 sind (bei Dice: Referenz und Vorhersage beide leer), ist n/a: er wird als n/a gezeigt und in keinem Mittel gezählt.</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>ein Skript</translation>
    </message>
    <message>
        <source>a single slice</source>
        <translation>eine einzige Schicht</translation>
    </message>
    <message>
        <source>a U-Net on whole slices, another on the organ</source>
        <translation>ein U-Net auf ganzen Schichten, ein weiteres auf dem Organ</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>a WebP picture or a sound</source>
        <translation>ein WebP-Bild oder ein Ton</translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation>ein Windows-Programm</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>ablation zone</source>
        <translation>Ablationszone</translation>
    </message>
    <message>
        <source>acquisition time</source>
        <translation>Aufnahmezeit</translation>
    </message>
    <message>
        <source>Across its edge the liver changes by {edge} {unit}, {edge_2} times the {noise} its own values scatter by.</source>
        <translation>An ihrem Rand ändert sich die Leber um {edge} {unit}, {edge_2} Mal die {noise}, um die ihre eigenen Werte streuen.</translation>
    </message>
    <message>
        <source>add a second patient</source>
        <translation>bitte einen zweiten Patienten hinzufügen</translation>
    </message>
    <message>
        <source>add a second patient, or set split to slice, which scores slices of the same person and is too good</source>
        <translation>bitte einen zweiten Patienten hinzufügen oder split auf slice setzen, was Schichten derselben Person bewertet und zu gut ist</translation>
    </message>
    <message>
        <source>add its runs again: a new one is begun</source>
        <translation>bitte die Läufe erneut hinzufügen: eine neue wird begonnen</translation>
    </message>
    <message>
        <source>add masks</source>
        <translation>bitte Masken hinzufügen</translation>
    </message>
    <message>
        <source>add masks with labels</source>
        <translation>bitte Masken mit Labels hinzufügen</translation>
    </message>
    <message>
        <source>add patients</source>
        <translation>bitte Patienten hinzufügen</translation>
    </message>
    <message>
        <source>add patients with labels</source>
        <translation>bitte Patienten mit Labels hinzufügen</translation>
    </message>
    <message>
        <source>add slices</source>
        <translation>bitte Schichten hinzufügen</translation>
    </message>
    <message>
        <source>adrenal gland</source>
        <translation>Nebenniere</translation>
    </message>
    <message>
        <source>after epoch {sound}</source>
        <translation>nach Epoche {sound}</translation>
    </message>
    <message>
        <source>All cases are checked</source>
        <translation>Alle Fälle sind geprüft</translation>
    </message>
    <message>
        <source>All cases are measured</source>
        <translation>Alle Fälle sind vermessen</translation>
    </message>
    <message>
        <source>all lesions</source>
        <translation>alle Läsionen</translation>
    </message>
    <message>
        <source>All slices</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>All slices are square already.</source>
        <translation>Alle Schichten sind schon quadratisch.</translation>
    </message>
    <message>
        <source>all {count} have problems, the first</source>
        <translation>alle {count} haben Probleme, der erste</translation>
    </message>
    <message>
        <source>all: every label its own class; or the name of the one label to learn</source>
        <translation>all: jedes Label eine eigene Klasse; oder der Name des einen zu lernenden Labels</translation>
    </message>
    <message>
        <source>allow more memory or leave the largest scans out</source>
        <translation>bitte mehr Speicher erlauben oder die größten Aufnahmen weglassen</translation>
    </message>
    <message>
        <source>allow more memory, close other programs or use another computer</source>
        <translation>bitte mehr Speicher erlauben, andere Programme schließen oder einen anderen Computer benutzen</translation>
    </message>
    <message>
        <source>an HDF5 or MINC file</source>
        <translation>eine HDF5- oder MINC-Datei</translation>
    </message>
    <message>
        <source>An unforeseen error ended it ({name}).</source>
        <translation>Ein unvorhergesehener Fehler beendete ihn ({name}).</translation>
    </message>
    <message>
        <source>an XML text</source>
        <translation>ein XML-Text</translation>
    </message>
    <message>
        <source>answers in another form than {value}</source>
        <translation>antwortet in anderer Form als {value}</translation>
    </message>
    <message>
        <source>aorta</source>
        <translation>Aorta</translation>
    </message>
    <message>
        <source>apart from the largest liver</source>
        <translation>abseits der größten Leber</translation>
    </message>
    <message>
        <source>are not those that were compared</source>
        <translation>sind nicht die, die verglichen wurden</translation>
    </message>
    <message>
        <source>are {minutes}</source>
        <translation>sind {minutes}</translation>
    </message>
    <message>
        <source>are {z} pictures of {x} x {y} pixels, but the scan has {slices} slices of {width} x {height}</source>
        <translation>sind {z} Bilder von {x} x {y} Pixeln, aber die Aufnahme hat {slices} Schichten von {width} x {height}</translation>
    </message>
    <message>
        <source>arrange it as images/ + masks/ (pictures or scans of equal names), volume-00 + segmentation-00, imagesTr/ + labelsTr/, NNN.png + NNN_mask.png, or one folder a patient with scan and mask; or name the pairs in a pairs.csv</source>
        <translation>bitte ordnen als images/ + masks/ (Bilder oder Aufnahmen mit gleichen Namen), volume-00 + segmentation-00, imagesTr/ + labelsTr/, NNN.png + NNN_mask.png oder ein Ordner je Patient mit Aufnahme und Maske; oder die Paare in einer pairs.csv nennen</translation>
    </message>
    <message>
        <source>artery</source>
        <translation>Arterie</translation>
    </message>
    <message>
        <source>Artificial Intelligence</source>
        <translation>Künstliche Intelligenz</translation>
    </message>
    <message>
        <source>Artificial tumours</source>
        <translation>Künstliche Tumoren</translation>
    </message>
    <message>
        <source>artificial tumours</source>
        <translation>künstliche Tumoren</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>wie sie sind</translation>
    </message>
    <message>
        <source>ascites</source>
        <translation>Aszites</translation>
    </message>
    <message>
        <source>ask for permission to read it</source>
        <translation>bitte um Leserechte bitten</translation>
    </message>
    <message>
        <source>asks for a &quot;{key}&quot;</source>
        <translation>verlangt „{key}“</translation>
    </message>
    <message>
        <source>at most {seconds_words} of learning</source>
        <translation>höchstens {seconds_words} Lernen</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>auf einmal</translation>
    </message>
    <message>
        <source>at once mirrored as well</source>
        <translation>auf einmal, auch gespiegelt</translation>
    </message>
    <message>
        <source>At {image_size} pixels nothing is left of {voxels} voxels of {name}.</source>
        <translation>Bei {image_size} Pixeln bleibt von {voxels} Voxeln ({name}) nichts.</translation>
    </message>
    <message>
        <source>At {squared}, {here} shrink {limit}.</source>
        <translation>Bei {squared} schrumpfen {here} {limit}.</translation>
    </message>
    <message>
        <source>At {squared}, {here} shrinks {limit}.</source>
        <translation>Bei {squared} schrumpft {here} {limit}.</translation>
    </message>
    <message>
        <source>At {squared}, {percent} of your tumours shrink {limit}: {size} chosen, where {still}.</source>
        <translation>Bei {squared} schrumpfen {percent} Ihrer Tumoren {limit}: {size} gewählt, wo {still}.</translation>
    </message>
    <message>
        <source>Augmentation moved the whole mask out of {names}: turn or scale less.</source>
        <translation>Die Augmentation schob die ganze Maske aus {names}: weniger drehen oder skalieren.</translation>
    </message>
    <message>
        <source>automatic: {precision} here</source>
        <translation>automatisch: hier {precision}</translation>
    </message>
    <message>
        <source>Averaging of weights over steps; 0: none</source>
        <translation>Mittelung der Gewichte über Schritte; 0: keine</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Ausgleich</translation>
    </message>
    <message>
        <source>Base channels</source>
        <translation>Basiskanäle</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>Batch-Normalisierung</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>batch {batches} of epoch {epoch}</source>
        <translation>Batch {batches} der Epoche {epoch}</translation>
    </message>
    <message>
        <source>Batches in a round; 0: every slice once</source>
        <translation>Batches in einer Runde; 0: jede Schicht einmal</translation>
    </message>
    <message>
        <source>Batches per epoch</source>
        <translation>Batches pro Runde</translation>
    </message>
    <message>
        <source>Began with</source>
        <translation>Ausgangspunkt</translation>
    </message>
    <message>
        <source>begins with values too long to be true</source>
        <translation>beginnt mit Werten, die zu lang sind, um wahr zu sein</translation>
    </message>
    <message>
        <source>below {smallest_lesion} pixels</source>
        <translation>unter {smallest_lesion} Pixel</translation>
    </message>
    <message>
        <source>bent by {pixels} px</source>
        <translation>um {pixels} px verbogen</translation>
    </message>
    <message>
        <source>bile duct</source>
        <translation>Gallengang</translation>
    </message>
    <message>
        <source>bladder</source>
        <translation>Harnblase</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Körper</translation>
    </message>
    <message>
        <source>body: the air around the patient is cut off first</source>
        <translation>body: die Luft um den Patienten wird zuerst abgeschnitten</translation>
    </message>
    <message>
        <source>bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>bones and fat lie alike, {likeness} of 1 (other people: 0.75 at most), and the outlines of the body, {outline} (other people: 0.92 at most)</source>
        <translation>Knochen und Fett liegen ähnlich, {likeness} von 1 (andere Personen: höchstens 0.75), und die Umrisse des Körpers, {outline} (andere Personen: höchstens 0.92)</translation>
    </message>
    <message>
        <source>Border Dice, 1 mm</source>
        <translation>Rand-Dice, 1 mm</translation>
    </message>
    <message>
        <source>Border Dice, 2 mm</source>
        <translation>Rand-Dice, 2 mm</translation>
    </message>
    <message>
        <source>Both say where in the same space they lie.</source>
        <translation>Beide sagen, wo sie im selben Raum liegen.</translation>
    </message>
    <message>
        <source>Bottom of the U, level {level}</source>
        <translation>Boden des U, Ebene {level}</translation>
    </message>
    <message>
        <source>Boundary fidelity</source>
        <translation>Randtreue</translation>
    </message>
    <message>
        <source>bowel</source>
        <translation>Darm</translation>
    </message>
    <message>
        <source>brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>Brighter than this is white</source>
        <translation>Helleres ist weiß</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>by patient: nobody is on two sides</source>
        <translation>nach Patienten: niemand ist auf zwei Seiten</translation>
    </message>
    <message>
        <source>by slice: the same patients were learned from and scored</source>
        <translation>nach Schichten: gelernt und bewertet wurde an denselben Patienten</translation>
    </message>
    <message>
        <source>calls value {value} {label}, but {first_case} calls it {first}</source>
        <translation>nennt den Wert {value} {label}, aber {first_case} nennt ihn {first}</translation>
    </message>
    <message>
        <source>can be opened in more than one way, and a case needs one</source>
        <translation>kann auf mehr als eine Art geöffnet werden, und ein Fall braucht eine</translation>
    </message>
    <message>
        <source>can only begin a new run</source>
        <translation>kann nur einen neuen Lauf beginnen</translation>
    </message>
    <message>
        <source>can&apos;t allocate memory</source>
        <translation>can&apos;t allocate memory</translation>
    </message>
    <message>
        <source>cannot be brought back ({reason})</source>
        <translation>kann nicht zurückgeholt werden ({reason})</translation>
    </message>
    <message>
        <source>cannot be filled: {what}</source>
        <translation>kann nicht gefüllt werden: {what}</translation>
    </message>
    <message>
        <source>cannot be inflated</source>
        <translation>kann nicht entpackt werden</translation>
    </message>
    <message>
        <source>cannot be learned from: {problem}</source>
        <translation>von ihm kann nicht gelernt werden: {problem}</translation>
    </message>
    <message>
        <source>cannot be learned from{value}: {problem}</source>
        <translation>von ihm kann nicht gelernt werden{value}: {problem}</translation>
    </message>
    <message>
        <source>cannot be made</source>
        <translation>kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>cannot be made ({strerror})</source>
        <translation>kann nicht angelegt werden ({strerror})</translation>
    </message>
    <message>
        <source>cannot be measured while a training goes on: each would slow the other down, and the curve would be wrong</source>
        <translation>kann nicht gemessen werden, solange trainiert wird: beide würden einander bremsen, und die Kurve wäre falsch</translation>
    </message>
    <message>
        <source>cannot be measured while another one is</source>
        <translation>kann nicht gemessen werden, solange eine andere gemessen wird</translation>
    </message>
    <message>
        <source>cannot be moved ({strerror})</source>
        <translation>kann nicht verschoben werden ({strerror})</translation>
    </message>
    <message>
        <source>cannot be opened ({why})</source>
        <translation>kann nicht geöffnet werden ({why})</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>cannot be read ({strerror})</source>
        <translation>kann nicht gelesen werden ({strerror})</translation>
    </message>
    <message>
        <source>cannot be saved as DICOM: its scan was resampled on opening, and the mask would be tied to slices that lie elsewhere</source>
        <translation>kann nicht als DICOM gespeichert werden: die Aufnahme wurde beim Öffnen umgerechnet, und die Maske wäre an Schichten gebunden, die anderswo liegen</translation>
    </message>
    <message>
        <source>cannot be saved as DICOM: no DICOM scan is open that it was drawn on</source>
        <translation>kann nicht als DICOM gespeichert werden: keine DICOM-Aufnahme ist geöffnet, auf der es gezeichnet wurde</translation>
    </message>
    <message>
        <source>cannot be saved as DICOM: the files of its scan are packed in an archive</source>
        <translation>kann nicht als DICOM gespeichert werden: die Dateien der Aufnahme sind in einem Archiv gepackt</translation>
    </message>
    <message>
        <source>cannot be tied to its scan, whose files lack identifiers (UIDs)</source>
        <translation>kann nicht mit seiner Aufnahme verbunden werden, deren Dateien Kennungen (UIDs) fehlen</translation>
    </message>
    <message>
        <source>cannot be told apart: both look like images</source>
        <translation>sind nicht zu unterscheiden: beide sehen nach Bildern aus</translation>
    </message>
    <message>
        <source>cannot be told apart: both look like masks</source>
        <translation>sind nicht zu unterscheiden: beide sehen nach Masken aus</translation>
    </message>
    <message>
        <source>cannot be unpacked</source>
        <translation>kann nicht entpackt werden</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>cannot be written to ({strerror})</source>
        <translation>kann nicht beschrieben werden ({strerror})</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>Kaskade</translation>
    </message>
    <message>
        <source>case {case_id} slice {z}</source>
        <translation>Fall {case_id} Schicht {z}</translation>
    </message>
    <message>
        <source>case {name}</source>
        <translation>Fall {name}</translation>
    </message>
    <message>
        <source>Case {name} keeps training from starting: {rstrip}.</source>
        <translation>Fall {name} verhindert den Beginn des Trainings: {rstrip}.</translation>
    </message>
    <message>
        <source>Cases that are one person and stay together: 00,01; 05,06,07</source>
        <translation>Fälle, die eine Person sind und zusammenbleiben: 00,01; 05,06,07</translation>
    </message>
    <message>
        <source>Change {words}</source>
        <translation>Ändern: {words}</translation>
    </message>
    <message>
        <source>changed while it was read</source>
        <translation>änderte sich während des Lesens</translation>
    </message>
    <message>
        <source>Changing label values</source>
        <translation>Labelwerte werden geändert</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>CHAOS: the pictures in Ground are taken from the feet up, in the order of their names. In the published data they run from the head down: check the pairs.</source>
        <translation>CHAOS: die Bilder in Ground werden von den Füßen an in der Reihenfolge ihrer Namen genommen. In den veröffentlichten Daten laufen sie vom Kopf abwärts: bitte die Paare prüfen.</translation>
    </message>
    <message>
        <source>check it and try again</source>
        <translation>bitte prüfen und erneut versuchen</translation>
    </message>
    <message>
        <source>check it and {go_on}</source>
        <translation>bitte prüfen und {go_on}</translation>
    </message>
    <message>
        <source>check that it is there</source>
        <translation>bitte prüfen, ob es da ist</translation>
    </message>
    <message>
        <source>check the disk, then go on</source>
        <translation>bitte den Datenträger prüfen, dann weitermachen</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>bitte den Pfad prüfen</translation>
    </message>
    <message>
        <source>check what it is and export it again</source>
        <translation>bitte prüfen, was es ist, und neu exportieren</translation>
    </message>
    <message>
        <source>check where it lies</source>
        <translation>bitte den Speicherort prüfen</translation>
    </message>
    <message>
        <source>check your rights to it or choose another folder</source>
        <translation>bitte Ihre Rechte daran prüfen oder einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Checking {case_id}</source>
        <translation>{case_id} wird geprüft</translation>
    </message>
    <message>
        <source>choose .nii.gz</source>
        <translation>bitte .nii.gz wählen</translation>
    </message>
    <message>
        <source>choose .seg.nrrd, which keeps their names</source>
        <translation>bitte .seg.nrrd wählen, das ihre Namen bewahrt</translation>
    </message>
    <message>
        <source>choose 2 or more</source>
        <translation>bitte 2 oder mehr wählen</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>bitte eine Datei wählen</translation>
    </message>
    <message>
        <source>choose a file that the split board saved</source>
        <translation>bitte eine Datei wählen, die die Aufteilungstafel gespeichert hat</translation>
    </message>
    <message>
        <source>choose a folder with a scan in it</source>
        <translation>bitte einen Ordner mit einer Aufnahme wählen</translation>
    </message>
    <message>
        <source>choose a higher one</source>
        <translation>bitte höher wählen</translation>
    </message>
    <message>
        <source>choose a larger image_size</source>
        <translation>bitte eine größere image_size wählen</translation>
    </message>
    <message>
        <source>choose a larger image_size or a smaller depth</source>
        <translation>bitte eine größere image_size oder eine kleinere Tiefe wählen</translation>
    </message>
    <message>
        <source>choose a model of these labels, or start from scratch</source>
        <translation>bitte ein Modell dieser Labels wählen oder von vorn beginnen</translation>
    </message>
    <message>
        <source>choose a model.safetensors from a run folder</source>
        <translation>bitte eine model.safetensors aus einem Laufordner wählen</translation>
    </message>
    <message>
        <source>choose a multiple of {step}</source>
        <translation>bitte ein Vielfaches von {step} wählen</translation>
    </message>
    <message>
        <source>choose a new folder</source>
        <translation>bitte einen neuen Ordner wählen</translation>
    </message>
    <message>
        <source>choose a new folder outside it: originals are never changed</source>
        <translation>bitte einen neuen Ordner außerhalb wählen: Originale werden nie geändert</translation>
    </message>
    <message>
        <source>choose a run folder or start a new run</source>
        <translation>bitte einen Laufordner wählen oder einen neuen Lauf beginnen</translation>
    </message>
    <message>
        <source>choose a scan</source>
        <translation>bitte eine Aufnahme wählen</translation>
    </message>
    <message>
        <source>choose a scan or a mask</source>
        <translation>bitte eine Aufnahme oder Maske wählen</translation>
    </message>
    <message>
        <source>choose a shorter name</source>
        <translation>bitte einen kürzeren Namen wählen</translation>
    </message>
    <message>
        <source>choose a smaller batch size or close other programs</source>
        <translation>bitte eine kleinere Batchgröße wählen oder andere Programme schließen</translation>
    </message>
    <message>
        <source>choose a smaller {setting}, or close other programs and continue</source>
        <translation>bitte {setting} kleiner wählen oder andere Programme schließen und fortfahren</translation>
    </message>
    <message>
        <source>choose a split that was saved before</source>
        <translation>bitte eine zuvor gespeicherte Aufteilung wählen</translation>
    </message>
    <message>
        <source>choose all cases of this patient for {side}, or none</source>
        <translation>bitte alle Fälle dieses Patienten für {side} wählen oder keinen</translation>
    </message>
    <message>
        <source>choose another disk</source>
        <translation>bitte einen anderen Datenträger wählen</translation>
    </message>
    <message>
        <source>choose another disk and check this one</source>
        <translation>bitte einen anderen Datenträger wählen und diesen prüfen</translation>
    </message>
    <message>
        <source>Choose another disk for the runs, and check this one.</source>
        <translation>Einen anderen Datenträger für die Läufe wählen und diesen prüfen.</translation>
    </message>
    <message>
        <source>choose another epoch</source>
        <translation>bitte eine andere Epoche wählen</translation>
    </message>
    <message>
        <source>choose another epoch, or pin this patient for the next ones</source>
        <translation>bitte eine andere Epoche wählen oder diesen Patienten für die nächsten anheften</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>bitte eine andere Datei wählen</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>bitte einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>choose another folder for runs</source>
        <translation>bitte einen anderen Ordner für Läufe wählen</translation>
    </message>
    <message>
        <source>Choose another folder for runs.</source>
        <translation>Einen anderen Ordner für Läufe wählen.</translation>
    </message>
    <message>
        <source>choose another label</source>
        <translation>bitte ein anderes Label wählen</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>bitte einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>choose at least one</source>
        <translation>bitte mindestens eines wählen</translation>
    </message>
    <message>
        <source>choose both for {side}, or none</source>
        <translation>bitte beide für {side} wählen oder keinen</translation>
    </message>
    <message>
        <source>choose fewer test cases</source>
        <translation>bitte weniger Testfälle wählen</translation>
    </message>
    <message>
        <source>choose fewer validation cases</source>
        <translation>bitte weniger Validierungsfälle wählen</translation>
    </message>
    <message>
        <source>choose from 1 to 100000</source>
        <translation>bitte von 1 bis 100000 wählen</translation>
    </message>
    <message>
        <source>choose from {list}</source>
        <translation>bitte wählen aus {list}</translation>
    </message>
    <message>
        <source>choose from {low} to {high}</source>
        <translation>bitte von {low} bis {high} wählen</translation>
    </message>
    <message>
        <source>choose its folder or start a new one</source>
        <translation>bitte ihren Ordner wählen oder eine neue beginnen</translation>
    </message>
    <message>
        <source>choose more than 0</source>
        <translation>bitte mehr als 0 wählen</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>bitte einen wählen</translation>
    </message>
    <message>
        <source>choose one it holds</source>
        <translation>bitte eine wählen, die darin ist</translation>
    </message>
    <message>
        <source>choose one of 1 to {count}</source>
        <translation>bitte eines von 1 bis {count} wählen</translation>
    </message>
    <message>
        <source>choose one of them</source>
        <translation>bitte eine davon wählen</translation>
    </message>
    <message>
        <source>choose one of them: validation decides which round is kept, the test decides nothing</source>
        <translation>bitte eines wählen: die Validierung entscheidet, welche Runde behalten wird, der Test entscheidet nichts</translation>
    </message>
    <message>
        <source>choose one of {choices}</source>
        <translation>bitte eines wählen aus {choices}</translation>
    </message>
    <message>
        <source>Choose one that has it for validation: {listed}.</source>
        <translation>Für die Validierung einen wählen, der es hat: {listed}.</translation>
    </message>
    <message>
        <source>choose other test cases</source>
        <translation>bitte andere Testfälle wählen</translation>
    </message>
    <message>
        <source>choose other validation cases</source>
        <translation>bitte andere Validierungsfälle wählen</translation>
    </message>
    <message>
        <source>choose PNG, JPEG or TIFF slices</source>
        <translation>bitte PNG-, JPEG- oder TIFF-Schichten wählen</translation>
    </message>
    <message>
        <source>choose sides that are multiples of {step}</source>
        <translation>bitte Seiten wählen, die Vielfache von {step} sind</translation>
    </message>
    <message>
        <source>choose the files of a scan</source>
        <translation>bitte die Dateien einer Aufnahme wählen</translation>
    </message>
    <message>
        <source>choose the folder above it, which has both</source>
        <translation>bitte den Ordner darüber wählen, der beides hat</translation>
    </message>
    <message>
        <source>choose the folder of a data set</source>
        <translation>bitte den Ordner eines Datensatzes wählen</translation>
    </message>
    <message>
        <source>choose the folder of one scan</source>
        <translation>bitte den Ordner einer Aufnahme wählen</translation>
    </message>
    <message>
        <source>choose the folder of scans</source>
        <translation>bitte den Ordner der Aufnahmen wählen</translation>
    </message>
    <message>
        <source>choose the folder of the scan</source>
        <translation>bitte den Ordner der Aufnahme wählen</translation>
    </message>
    <message>
        <source>choose the folder that holds images and masks</source>
        <translation>bitte den Ordner wählen, der Bilder und Masken enthält</translation>
    </message>
    <message>
        <source>choose the masks that belong to these scans</source>
        <translation>bitte die Masken wählen, die zu diesen Aufnahmen gehören</translation>
    </message>
    <message>
        <source>choose the model file as Slicewise wrote it</source>
        <translation>bitte die Modelldatei wählen, wie Slicewise sie schrieb</translation>
    </message>
    <message>
        <source>choose the model&apos;s settings for the run, or start from scratch</source>
        <translation>bitte die Einstellungen des Modells für den Lauf wählen oder von vorn beginnen</translation>
    </message>
    <message>
        <source>choose the original CT series</source>
        <translation>bitte die ursprüngliche CT-Serie wählen</translation>
    </message>
    <message>
        <source>choose the scan of these masks</source>
        <translation>bitte die Aufnahme zu diesen Masken wählen</translation>
    </message>
    <message>
        <source>choose the slices of one patient, or use the folder as training data</source>
        <translation>bitte die Schichten eines Patienten wählen oder den Ordner als Trainingsdaten verwenden</translation>
    </message>
    <message>
        <source>choose {list}</source>
        <translation>bitte {list} wählen</translation>
    </message>
    <message>
        <source>classes: each pixel is one label; regions: liver (tumour counted in) and tumour</source>
        <translation>classes: jeder Pixel ist ein Label; regions: Leber (Tumor eingeschlossen) und Tumor</translation>
    </message>
    <message>
        <source>Close look</source>
        <translation>Naher Blick</translation>
    </message>
    <message>
        <source>close other programs</source>
        <translation>bitte andere Programme schließen</translation>
    </message>
    <message>
        <source>close other programs and {go_on}</source>
        <translation>bitte andere Programme schließen und {go_on}</translation>
    </message>
    <message>
        <source>close what uses it, try again</source>
        <translation>bitte schließen, was es benutzt, und erneut versuchen</translation>
    </message>
    <message>
        <source>closes a sequence that is not open</source>
        <translation>schließt eine Sequenz, die nicht offen ist</translation>
    </message>
    <message>
        <source>Coarser levels are taught too, while training</source>
        <translation>Auch gröbere Ebenen werden gelehrt, während des Trainings</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>Kolon</translation>
    </message>
    <message>
        <source>combine models of one cross-validation, or use one of them</source>
        <translation>bitte Modelle einer Kreuzvalidierung zusammenfassen oder eines davon verwenden</translation>
    </message>
    <message>
        <source>compare masks of the same scan</source>
        <translation>bitte Masken derselben Aufnahme vergleichen</translation>
    </message>
    <message>
        <source>compare masks of the same scan, or resample one to the other first</source>
        <translation>bitte Masken derselben Aufnahme vergleichen oder eine zuerst auf die andere umrechnen</translation>
    </message>
    <message>
        <source>Comparing {prediction} with {reference}</source>
        <translation>{prediction} wird mit {reference} verglichen</translation>
    </message>
    <message>
        <source>content time</source>
        <translation>Inhaltszeit</translation>
    </message>
    <message>
        <source>continue it as it was begun</source>
        <translation>bitte fortsetzen, wie er begonnen wurde</translation>
    </message>
    <message>
        <source>continue that one or choose another folder</source>
        <translation>bitte damit fortfahren oder einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>continue the run with --resume: what was saved is kept</source>
        <translation>den Lauf mit --resume fortsetzen: was gespeichert wurde, bleibt</translation>
    </message>
    <message>
        <source>continue the run: it is made again</source>
        <translation>bitte den Lauf fortsetzen: er wird neu erstellt</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>contrast phase</source>
        <translation>Kontrastphase</translation>
    </message>
    <message>
        <source>Contrasts are n/a: </source>
        <translation>Kontraste sind n/a: </translation>
    </message>
    <message>
        <source>convert it to NIfTI with the program it came from</source>
        <translation>bitte mit dem Programm, aus dem es kam, in NIfTI umwandeln</translation>
    </message>
    <message>
        <source>copy both files together</source>
        <translation>bitte beide Dateien zusammen kopieren</translation>
    </message>
    <message>
        <source>copy it again</source>
        <translation>bitte erneut kopieren</translation>
    </message>
    <message>
        <source>copy it again from its source</source>
        <translation>bitte erneut von der Quelle kopieren</translation>
    </message>
    <message>
        <source>copy it again from its source, or remove the damaged files</source>
        <translation>bitte erneut von der Quelle kopieren oder die beschädigten Dateien entfernen</translation>
    </message>
    <message>
        <source>could be compared</source>
        <translation>konnte verglichen werden</translation>
    </message>
    <message>
        <source>could not be read: its reader {fault}</source>
        <translation>konnte nicht gelesen werden: der Leser {fault}</translation>
    </message>
    <message>
        <source>could not be read: {subject} {fault}</source>
        <translation>konnte nicht gelesen werden: {subject} {fault}</translation>
    </message>
    <message>
        <source>create the folder first</source>
        <translation>bitte zuerst den Ordner anlegen</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschnitt</translation>
    </message>
    <message>
        <source>Cut at half</source>
        <translation>Auf halber Höhe schneiden</translation>
    </message>
    <message>
        <source>Cut its soft edges at half</source>
        <translation>Weiche Ränder auf halber Höhe schneiden</translation>
    </message>
    <message>
        <source>Cut soft edges at half</source>
        <translation>Weiche Ränder auf halber Höhe schneiden</translation>
    </message>
    <message>
        <source>cyst</source>
        <translation>Zyste</translation>
    </message>
    <message>
        <source>darker in some patients and brighter in others</source>
        <translation>bei manchen Patienten dunkler und bei anderen heller</translation>
    </message>
    <message>
        <source>Darker than this is black</source>
        <translation>Dunkleres ist schwarz</translation>
    </message>
    <message>
        <source>Decoder, level {level}</source>
        <translation>Decoder, Ebene {level}</translation>
    </message>
    <message>
        <source>Deep supervision</source>
        <translation>Tiefe Überwachung</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>describes no ensemble of models</source>
        <translation>beschreibt kein Ensemble von Modellen</translation>
    </message>
    <message>
        <source>describes no segments</source>
        <translation>beschreibt keine Segmente</translation>
    </message>
    <message>
        <source>describes segment {number} twice</source>
        <translation>beschreibt das Segment {number} zweimal</translation>
    </message>
    <message>
        <source>describes {items} frames and holds {frames}</source>
        <translation>beschreibt {items} Frames und enthält {frames}</translation>
    </message>
    <message>
        <source>describes {own} frames where it says it has {frames}</source>
        <translation>beschreibt {own} Frames, wo es {frames} angibt</translation>
    </message>
    <message>
        <source>Detail size</source>
        <translation>Größe des nahen Blicks</translation>
    </message>
    <message>
        <source>Detail window</source>
        <translation>Fenster des nahen Blicks</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>DICOM + SEG or RTSTRUCT</source>
        <translation>DICOM + SEG oder RTSTRUCT</translation>
    </message>
    <message>
        <source>DICOM segmentation</source>
        <translation>DICOM-Segmentierung</translation>
    </message>
    <message>
        <source>did not begin</source>
        <translation>begann nicht</translation>
    </message>
    <message>
        <source>differs from {display_name} in upper and lower case alone, which many disks do not tell apart</source>
        <translation>unterscheidet sich von {display_name} nur in Groß- und Kleinschreibung, die viele Datenträger nicht unterscheiden</translation>
    </message>
    <message>
        <source>Digits of numbers while learning; auto: what is fastest here</source>
        <translation>Stellen der Zahlen beim Lernen; auto: was hier am schnellsten ist</translation>
    </message>
    <message>
        <source>direction (one is turned or mirrored against the other)</source>
        <translation>Richtung (eine ist gegen die andere gedreht oder gespiegelt)</translation>
    </message>
    <message>
        <source>Distance to the edge is the gap between the lesion and the nearest voxel outside the liver: 0 where it touches the edge, negative where the lesion lies outside the liver. Where the scan ends, the edge is not known and not counted.</source>
        <translation>Der Abstand zum Rand ist die Lücke zwischen der Läsion und dem nächsten Voxel außerhalb der Leber: 0, wo sie den Rand berührt, negativ, wo die Läsion außerhalb der Leber liegt. Wo die Aufnahme endet, ist der Rand nicht bekannt und zählt nicht.</translation>
    </message>
    <message>
        <source>Distances in mm between border voxels (those with a face to the outside; centre to centre, each counted once): HD95 is the larger of the two 95th percentiles, one for each direction, ASSD the mean over the borders of both. Surface Dice is the share of both surfaces, by area, within the tolerance of the other, measured between the corners of voxels. Without a scale all are n/a; where one side is empty distances are n/a and surface Dice is 0; where both are, all are n/a.</source>
        <translation>Abstände in mm zwischen Randvoxeln (denen mit einer Fläche nach außen; von Mitte zu Mitte, jedes einmal gezählt): HD95 ist das größere der beiden 95. Perzentile, eines für jede Richtung, ASSD das Mittel über die Ränder beider. Oberflächen-Dice ist der Anteil beider Oberflächen, nach Fläche, der innerhalb der Toleranz der anderen liegt, zwischen den Ecken der Voxel gemessen. Ohne Maßstab sind alle n/a; wo eine Seite leer ist, sind Abstände n/a und der Oberflächen-Dice 0; wo beide es sind, sind alle n/a.</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>existiert nicht</translation>
    </message>
    <message>
        <source>does not give three voxel spacings</source>
        <translation>gibt keine drei Voxelabstände an</translation>
    </message>
    <message>
        <source>does not hold that series</source>
        <translation>enthält diese Serie nicht</translation>
    </message>
    <message>
        <source>does not hold the {width} x {height} pixels of its header</source>
        <translation>enthält nicht die {width} x {height} Pixel des Dateikopfs</translation>
    </message>
    <message>
        <source>does not lie on the grid of {reference}: reference and prediction have {list}</source>
        <translation>liegt nicht auf dem Gitter von {reference}: Referenz und Vorhersage haben {list}</translation>
    </message>
    <message>
        <source>does not name its scan</source>
        <translation>nennt seine Aufnahme nicht</translation>
    </message>
    <message>
        <source>does not read as a dataset.json</source>
        <translation>liest sich nicht als dataset.json</translation>
    </message>
    <message>
        <source>does not say how it is written</source>
        <translation>sagt nicht, wie es geschrieben ist</translation>
    </message>
    <message>
        <source>does not say how its frames lie</source>
        <translation>sagt nicht, wie seine Frames liegen</translation>
    </message>
    <message>
        <source>does not say how many mm its voxels measure, and a surface file is in mm</source>
        <translation>sagt nicht, wie viele mm die Voxel messen, und eine Oberflächendatei ist in mm</translation>
    </message>
    <message>
        <source>does not say of each frame where it lies</source>
        <translation>sagt nicht von jedem Frame, wo er liegt</translation>
    </message>
    <message>
        <source>does not say to which segment its frames belong</source>
        <translation>sagt nicht, zu welchem Segment seine Frames gehören</translation>
    </message>
    <message>
        <source>does not say where its frames lie</source>
        <translation>sagt nicht, wo seine Frames liegen</translation>
    </message>
    <message>
        <source>does not say where its pixels are</source>
        <translation>sagt nicht, wo seine Pixel sind</translation>
    </message>
    <message>
        <source>does not say where its voxels lie</source>
        <translation>sagt nicht, wo seine Voxel liegen</translation>
    </message>
    <message>
        <source>does not say which series it was drawn on</source>
        <translation>sagt nicht, auf welcher Serie es gezeichnet wurde</translation>
    </message>
    <message>
        <source>does not take the predictions ({strerror})</source>
        <translation>nimmt die Vorhersagen nicht an ({strerror})</translation>
    </message>
    <message>
        <source>Doubled ({count} ×) by bilinear interpolation with a 1 × 1 convolution, which draws smooth outlines without checkerboards; the mask leaves at the size of the picture.</source>
        <translation>Verdoppelt ({count} ×) durch bilineare Interpolation mit einer 1 × 1-Faltung, die glatte Umrisse ohne Schachbrettmuster zeichnet; die Maske kommt in der Größe des Bildes heraus.</translation>
    </message>
    <message>
        <source>Doubled ({count} ×) by learned 2 × 2 transposed convolutions, so the mask leaves at the size of the picture and every pixel of the slice gets its answer.</source>
        <translation>Verdoppelt ({count} ×) durch gelernte transponierte 2 × 2-Faltungen, sodass die Maske in der Größe des Bildes herauskommt und jeder Pixel der Schicht seine Antwort bekommt.</translation>
    </message>
    <message>
        <source>download it again, or take it away: pairs are then found by their names alone</source>
        <translation>bitte erneut herunterladen oder wegnehmen: Paare werden dann allein nach ihren Namen gefunden</translation>
    </message>
    <message>
        <source>download MASKS_DICOM again</source>
        <translation>bitte MASKS_DICOM erneut herunterladen</translation>
    </message>
    <message>
        <source>draw one first</source>
        <translation>bitte zuerst eines zeichnen</translation>
    </message>
    <message>
        <source>draw one first or choose .nii.gz</source>
        <translation>bitte zuerst eines zeichnen oder .nii.gz wählen</translation>
    </message>
    <message>
        <source>Drawing confidence intervals</source>
        <translation>Konfidenzintervalle werden gezogen</translation>
    </message>
    <message>
        <source>drop the two folders again</source>
        <translation>bitte die beiden Ordner erneut ablegen</translation>
    </message>
    <message>
        <source>Drop tumour that does not touch the liver</source>
        <translation>Tumor weglassen, der die Leber nicht berührt</translation>
    </message>
    <message>
        <source>Drop tumours of fewer voxels than this</source>
        <translation>Tumoren mit weniger Voxeln als diesen weglassen</translation>
    </message>
    <message>
        <source>duodenum</source>
        <translation>Duodenum</translation>
    </message>
    <message>
        <source>each alone</source>
        <translation>jede allein</translation>
    </message>
    <message>
        <source>each axial slice</source>
        <translation>jede axiale Schicht</translation>
    </message>
    <message>
        <source>each connected lesion</source>
        <translation>jede zusammenhängende Läsion</translation>
    </message>
    <message>
        <source>Each pixel of the mask can draw on {sight}, enough to know which organ it lies in.</source>
        <translation>Jeder Pixel der Maske kann sich auf {sight} stützen, genug, um zu wissen, in welchem Organ er liegt.</translation>
    </message>
    <message>
        <source>Each pixel of the mask can draw on {sight}, which is all of the picture: it can know where in the body it is.</source>
        <translation>Jeder Pixel der Maske kann sich auf {sight} stützen, das ist das ganze Bild: er kann wissen, wo im Körper er ist.</translation>
    </message>
    <message>
        <source>Each pixel of the mask draws on {sight} of the {side} alone: enough to judge texture, too little to know where in the body it is, so spleen or stomach may be taken for liver. One level more would about double it.</source>
        <translation>Jeder Pixel der Maske stützt sich nur auf {sight} von {side}: genug, um Textur zu beurteilen, zu wenig, um zu wissen, wo im Körper er ist, sodass Milz oder Magen für Leber gehalten werden können. Eine Ebene mehr würde es etwa verdoppeln.</translation>
    </message>
    <message>
        <source>Each slice enters at {side} × {side} pixels, together with {count} slices around it.</source>
        <translation>Jede Schicht kommt mit {side} × {side} hinein, zusammen mit {count} Schichten um sie herum.</translation>
    </message>
    <message>
        <source>Each slice enters at {side} × {side} pixels.</source>
        <translation>Jede Schicht kommt mit {side} × {side} hinein.</translation>
    </message>
    <message>
        <source>each value draws on {pixels} × {pixels} pixels</source>
        <translation>jeder Wert stützt sich auf {pixels} × {pixels} Pixel</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>Elastisch</translation>
    </message>
    <message>
        <source>Ema</source>
        <translation>EMA</translation>
    </message>
    <message>
        <source>Encoder, level {level}</source>
        <translation>Encoder, Ebene {level}</translation>
    </message>
    <message>
        <source>Ends on time, instead of after rounds; 0: no limit</source>
        <translation>Endet pünktlich statt nach Runden; 0: keine Grenze</translation>
    </message>
    <message>
        <source>enlarged between pixels (bilinear), after a 1 × 1 convolution</source>
        <translation>vergrößert zwischen Pixeln (bilinear), nach einer 1 × 1-Faltung</translation>
    </message>
    <message>
        <source>enlarged by a learned 2 × 2 transposed convolution</source>
        <translation>vergrößert durch eine gelernte transponierte 2 × 2-Faltung</translation>
    </message>
    <message>
        <source>Enlarging to level {level}</source>
        <translation>Vergrößern auf Ebene {level}</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>Epoche {epoch}</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>evaluate two folders instead</source>
        <translation>bitte stattdessen zwei Ordner auswerten</translation>
    </message>
    <message>
        <source>every case by the network that never saw it, not by all of them together</source>
        <translation>jeder Fall von dem Netz, das ihn nie sah, nicht von allen zusammen</translation>
    </message>
    <message>
        <source>Every case is a single picture</source>
        <translation>Jeder Fall ist ein einzelnes Bild</translation>
    </message>
    <message>
        <source>Every level ({count}) hands its features across, to the decoder block of the same size ({sizes} pixels), so what was seen finely is not lost on the way down.</source>
        <translation>Jede Ebene ({count}) reicht ihre Merkmale hinüber, zum Decoderblock gleicher Größe ({sizes} Pixel), sodass fein Gesehenes auf dem Weg nach unten nicht verloren geht.</translation>
    </message>
    <message>
        <source>Every voxel of the mask holds a label: nothing is background.</source>
        <translation>Jedes Voxel der Maske hat ein Label: nichts ist Hintergrund.</translation>
    </message>
    <message>
        <source>everything else works without it</source>
        <translation>alles andere funktioniert ohne sie</translation>
    </message>
    <message>
        <source>exists already and was left as it is</source>
        <translation>existiert schon und wurde gelassen, wie es war</translation>
    </message>
    <message>
        <source>exit code {exit_code}</source>
        <translation>Rückgabewert {exit_code}</translation>
    </message>
    <message>
        <source>export 3D</source>
        <translation>bitte 3D exportieren</translation>
    </message>
    <message>
        <source>export again</source>
        <translation>bitte neu exportieren</translation>
    </message>
    <message>
        <source>export alike</source>
        <translation>bitte gleich exportieren</translation>
    </message>
    <message>
        <source>export all slices alike</source>
        <translation>bitte alle Schichten gleich exportieren</translation>
    </message>
    <message>
        <source>export fewer labels at a time</source>
        <translation>bitte weniger Labels auf einmal exportieren</translation>
    </message>
    <message>
        <source>export it again</source>
        <translation>bitte neu exportieren</translation>
    </message>
    <message>
        <source>export it again with its true spacing</source>
        <translation>bitte mit dem wahren Abstand neu exportieren</translation>
    </message>
    <message>
        <source>export it again; it is damaged</source>
        <translation>bitte neu exportieren; es ist beschädigt</translation>
    </message>
    <message>
        <source>export it as BINARY</source>
        <translation>bitte als BINARY exportieren</translation>
    </message>
    <message>
        <source>export it as grey values</source>
        <translation>bitte als Grauwerte exportieren</translation>
    </message>
    <message>
        <source>export it as little-endian</source>
        <translation>bitte als Little-Endian exportieren</translation>
    </message>
    <message>
        <source>export it as NIfTI</source>
        <translation>bitte als NIfTI exportieren</translation>
    </message>
    <message>
        <source>export it in grey values</source>
        <translation>bitte in Grauwerten exportieren</translation>
    </message>
    <message>
        <source>export it in mm</source>
        <translation>bitte in mm exportieren</translation>
    </message>
    <message>
        <source>export it uncompressed</source>
        <translation>bitte unkomprimiert exportieren</translation>
    </message>
    <message>
        <source>export it unpacked, or with LZW or deflate</source>
        <translation>bitte ungepackt oder mit LZW oder Deflate exportieren</translation>
    </message>
    <message>
        <source>export it with 0 as black</source>
        <translation>bitte mit 0 als Schwarz exportieren</translation>
    </message>
    <message>
        <source>export it with 8 or 16 bits of grey</source>
        <translation>bitte mit 8 oder 16 Bit Grau exportieren</translation>
    </message>
    <message>
        <source>export one direction of it</source>
        <translation>bitte eine Richtung davon exportieren</translation>
    </message>
    <message>
        <source>export one time point of it</source>
        <translation>bitte einen Zeitpunkt davon exportieren</translation>
    </message>
    <message>
        <source>export one volume (3D)</source>
        <translation>bitte ein Volumen (3D) exportieren</translation>
    </message>
    <message>
        <source>export one volume (3D) of it</source>
        <translation>bitte ein Volumen (3D) davon exportieren</translation>
    </message>
    <message>
        <source>export one volume (3D) of it in grey values</source>
        <translation>bitte ein Volumen (3D) davon in Grauwerten exportieren</translation>
    </message>
    <message>
        <source>export single slices</source>
        <translation>bitte einzelne Schichten exportieren</translation>
    </message>
    <message>
        <source>export the masks of one scan on one grid</source>
        <translation>bitte die Masken einer Aufnahme auf einem Gitter exportieren</translation>
    </message>
    <message>
        <source>export the scan again</source>
        <translation>bitte die Aufnahme neu exportieren</translation>
    </message>
    <message>
        <source>export the series again</source>
        <translation>bitte die Serie neu exportieren</translation>
    </message>
    <message>
        <source>export the series as MONOCHROME2</source>
        <translation>bitte die Serie als MONOCHROME2 exportieren</translation>
    </message>
    <message>
        <source>export the series uncompressed</source>
        <translation>bitte die Serie unkomprimiert exportieren</translation>
    </message>
    <message>
        <source>export the series with a rescale slope and intercept</source>
        <translation>bitte die Serie mit Rescale Slope und Intercept exportieren</translation>
    </message>
    <message>
        <source>Extra lesson at level {level} (training only)</source>
        <translation>Zusätzliche Lektion auf Ebene {level} (nur im Training)</translation>
    </message>
    <message>
        <source>fat</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Feature maps are never more than this</source>
        <translation>Merkmalskarten sind nie mehr als so viele</translation>
    </message>
    <message>
        <source>Feature maps at full resolution</source>
        <translation>Merkmalskarten bei voller Auflösung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Fill every batch so that rare labels and small patients are seen</source>
        <translation>Jeden Batch so füllen, dass seltene Labels und kleine Patienten vorkommen</translation>
    </message>
    <message>
        <source>Fill it on the only scan of the same space</source>
        <translation>Auf der einzigen Aufnahme desselben Raums füllen</translation>
    </message>
    <message>
        <source>Filling contours of {name}</source>
        <translation>Konturen von {name} werden gefüllt</translation>
    </message>
    <message>
        <source>find the missing files</source>
        <translation>bitte die fehlenden Dateien suchen</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Findet</translation>
    </message>
    <message>
        <source>finds none of its {which} cases</source>
        <translation>findet keinen der Fälle dieser Art: {which}</translation>
    </message>
    <message>
        <source>finds {names} where  finds {names_2}</source>
        <translation>findet {names}, wo  findet {names_2}</translation>
    </message>
    <message>
        <source>finds {own}, but this data set teaches {asked}</source>
        <translation>findet {own}, aber dieser Datensatz lehrt {asked}</translation>
    </message>
    <message>
        <source>finished no round</source>
        <translation>beendete keine Runde</translation>
    </message>
    <message>
        <source>First network: finds the organ in the whole slice</source>
        <translation>Erstes Netz: findet das Organ in der ganzen Schicht</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>fit mirrored {axes}</source>
        <translation>passen gespiegelt ({axes})</translation>
    </message>
    <message>
        <source>fits {counted} equally well</source>
        <translation>passt gleich gut zu {counted}</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>float32 is fastest on one of the machines.</source>
        <translation>float32 ist auf einem der Rechner am schnellsten.</translation>
    </message>
    <message>
        <source>Fold {number} of {folds}.</source>
        <translation>Fold {number} von {folds}.</translation>
    </message>
    <message>
        <source>folder of PNG pictures</source>
        <translation>Ordner mit PNG-Bildern</translation>
    </message>
    <message>
        <source>Forecast{doubt}: {reading} to read the scans once, then {length} in {counted}, from {images} slices; {memory}, {disk_mb} GB on the disk.</source>
        <translation>Voraussage{doubt}: {reading}, um die Aufnahmen einmal zu lesen, dann {length} in {counted}, von {images} Schichten; {memory}, {disk_mb} GB auf dem Datenträger.</translation>
    </message>
    <message>
        <source>format binary_little_endian 1.0</source>
        <translation>format binary_little_endian 1.0</translation>
    </message>
    <message>
        <source>frame orientation</source>
        <translation>Ausrichtung des Frames</translation>
    </message>
    <message>
        <source>frame position</source>
        <translation>Position des Frames</translation>
    </message>
    <message>
        <source>frames of reference</source>
        <translation>Bezugssysteme</translation>
    </message>
    <message>
        <source>free some disk space</source>
        <translation>bitte Platz auf dem Datenträger schaffen</translation>
    </message>
    <message>
        <source>from its first line on</source>
        <translation>von der ersten Zeile an</translation>
    </message>
    <message>
        <source>from the feet, counted from 0</source>
        <translation>von den Füßen an, ab 0 gezählt</translation>
    </message>
    <message>
        <source>from {first} to {last} in {losses} batches</source>
        <translation>von {first} auf {last} in {losses} Batches</translation>
    </message>
    <message>
        <source>front to back</source>
        <translation>vorn nach hinten</translation>
    </message>
    <message>
        <source>gallbladder</source>
        <translation>Gallenblase</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>gave a loss that is not a number{on}, also after going back {rollbacks} times and at {factor} of the learning rate</source>
        <translation>ergab einen Verlust, der keine Zahl ist{on}, auch nachdem {rollbacks} Mal zurückgegangen wurde und bei {factor} der Lernrate</translation>
    </message>
    <message>
        <source>gave neither scan nor mask</source>
        <translation>ergab weder Aufnahme noch Maske</translation>
    </message>
    <message>
        <source>give a number</source>
        <translation>bitte eine Zahl angeben</translation>
    </message>
    <message>
        <source>give a positive one</source>
        <translation>bitte eine positive angeben</translation>
    </message>
    <message>
        <source>give a {name}</source>
        <translation>bitte angeben: {name}</translation>
    </message>
    <message>
        <source>give it more epochs or start a new run</source>
        <translation>bitte mehr Epochen geben oder einen neuen Lauf beginnen</translation>
    </message>
    <message>
        <source>give it more rounds, or more patients that have it</source>
        <translation>mehr Runden geben, oder mehr Patienten, die es haben</translation>
    </message>
    <message>
        <source>give it the columns image and mask, with paths as seen from the table&apos;s own folder</source>
        <translation>bitte die Spalten image und mask geben, mit Pfaden vom Ordner der Tabelle aus</translation>
    </message>
    <message>
        <source>give it the same values</source>
        <translation>bitte dieselben Werte geben</translation>
    </message>
    <message>
        <source>give masks of the same scans the same name or number</source>
        <translation>bitte Masken derselben Aufnahmen denselben Namen oder dieselbe Nummer geben</translation>
    </message>
    <message>
        <source>give one picture for each slice</source>
        <translation>bitte für jede Schicht ein Bild geben</translation>
    </message>
    <message>
        <source>give the labels the same values in every mask</source>
        <translation>bitte den Labels in jeder Maske dieselben Werte geben</translation>
    </message>
    <message>
        <source>give the learning curve more minutes</source>
        <translation>bitte der Lernkurve mehr Minuten geben</translation>
    </message>
    <message>
        <source>give true or false</source>
        <translation>bitte true oder false angeben</translation>
    </message>
    <message>
        <source>give two files or folders</source>
        <translation>bitte zwei Dateien oder zwei Ordner geben</translation>
    </message>
    <message>
        <source>gives axes that are not at right angles in one of its two places (the sform)</source>
        <translation>gibt an einem seiner zwei Orte Achsen an, die nicht im rechten Winkel stehen (die sform)</translation>
    </message>
    <message>
        <source>gives lengths in an unknown unit</source>
        <translation>gibt Längen in einer unbekannten Einheit an</translation>
    </message>
    <message>
        <source>gives no pixel spacing</source>
        <translation>gibt keinen Pixelabstand an</translation>
    </message>
    <message>
        <source>gives two voxel sizes, {both} mm and {both_2} mm</source>
        <translation>gibt zwei Voxelgrößen an, {both} mm und {both_2} mm</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>fortfahren</translation>
    </message>
    <message>
        <source>go on without it</source>
        <translation>bitte ohne sie weitermachen</translation>
    </message>
    <message>
        <source>goes on after its end with bytes that do not belong to it</source>
        <translation>geht nach dem Ende mit Bytes weiter, die nicht dazugehören</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>Gradientengrenze</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>grey levels</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>grey pictures, not HU</source>
        <translation>Graubilder, nicht HU</translation>
    </message>
    <message>
        <source>Grey scale of the close look, centred on the organ&apos;s own grey, as a share of the whole window; 1: as it is</source>
        <translation>Grauskala des nahen Blicks, um das Grau des Organs selbst zentriert, als Anteil des ganzen Fensters; 1: wie es ist</translation>
    </message>
    <message>
        <source>Grey values</source>
        <translation>Grauwerte</translation>
    </message>
    <message>
        <source>Grey window</source>
        <translation>Grauwertfenster</translation>
    </message>
    <message>
        <source>grey {grey} of 255</source>
        <translation>Grau {grey} von 255</translation>
    </message>
    <message>
        <source>greys bent</source>
        <translation>Grauwerte gebogen</translation>
    </message>
    <message>
        <source>Greys of the close look</source>
        <translation>Grauwerte des nahen Blicks</translation>
    </message>
    <message>
        <source>haemorrhage</source>
        <translation>Blutung</translation>
    </message>
    <message>
        <source>Half of each batch shows the rarest label, the rest other slices: {size} at once show several patients. There are {slices} slices to draw from.</source>
        <translation>Die Hälfte jedes Batches zeigt das seltenste Label, der Rest andere Schichten: {size} auf einmal zeigen mehrere Patienten. Es gibt {slices} Schichten zum Ziehen.</translation>
    </message>
    <message>
        <source>halved at once, by a convolution that takes every second pixel</source>
        <translation>sofort halbiert, durch eine Faltung, die jeden zweiten Pixel nimmt</translation>
    </message>
    <message>
        <source>halved by taking the largest of 2 × 2</source>
        <translation>halbiert, indem der größte von 2 × 2 genommen wird</translation>
    </message>
    <message>
        <source>Halved once, to {bottom} × {bottom} pixels.</source>
        <translation>Einmal halbiert, auf {bottom} × {bottom} Pixel.</translation>
    </message>
    <message>
        <source>Halved {count} times, down to {bottom} × {bottom} pixels.</source>
        <translation>{count} Mal halbiert, bis auf {bottom} × {bottom} Pixel.</translation>
    </message>
    <message>
        <source>Halved {down} times but doubled {up} times: the mask leaves at {output} pixels for a picture of {side}.</source>
        <translation>{down} Mal halbiert, aber {up} Mal verdoppelt: die Maske kommt mit {output} Pixeln heraus, für ein Bild von {side}.</translation>
    </message>
    <message>
        <source>Harm is tumour drawn wrong, in ml: the whole volume of a missed or false lesion; of a badly outlined one (Dice below 0.70) what was left out and what was drawn too much. Of equal harm the longer diameter comes first.</source>
        <translation>Schaden ist falsch gezeichneter Tumor in ml: das ganze Volumen einer übersehenen oder falschen Läsion; bei einer schlecht umrandeten (Dice unter 0.70) das Ausgelassene und das zu viel Gezeichnete. Bei gleichem Schaden kommt der längere Durchmesser zuerst.</translation>
    </message>
    <message>
        <source>has &quot;{shown}&quot; as its {what}</source>
        <translation>hat „{shown}“ als {what}</translation>
    </message>
    <message>
        <source>has &quot;{shown}&quot; as its {what}, which is not {count} decimal number{value}</source>
        <translation>hat „{shown}“ als {what}, was keine {count} Dezimalzahlen sind{value}</translation>
    </message>
    <message>
        <source>has &quot;{text}&quot; as a direction</source>
        <translation>hat „{text}“ als Richtung</translation>
    </message>
    <message>
        <source>has &quot;{text}&quot; where numbers belong</source>
        <translation>hat „{text}“, wo Zahlen hingehören</translation>
    </message>
    <message>
        <source>has a damaged header</source>
        <translation>hat einen beschädigten Dateikopf</translation>
    </message>
    <message>
        <source>has a damaged header or one of more than 500 lines</source>
        <translation>hat einen beschädigten Dateikopf oder einen mit mehr als 500 Zeilen</translation>
    </message>
    <message>
        <source>has a damaged run.json</source>
        <translation>hat eine beschädigte run.json</translation>
    </message>
    <message>
        <source>has a header of more than 64 KB</source>
        <translation>hat einen Dateikopf von mehr als 64 KB</translation>
    </message>
    <message>
        <source>has a header of {lines} lines</source>
        <translation>hat einen Dateikopf von {lines} Zeilen</translation>
    </message>
    <message>
        <source>has a header without an end</source>
        <translation>hat einen Dateikopf ohne Ende</translation>
    </message>
    <message>
        <source>has a name too like that of {few}</source>
        <translation>hat einen zu ähnlichen Namen wie {few}</translation>
    </message>
    <message>
        <source>has a place in space that is no number</source>
        <translation>hat einen Ort im Raum, der keine Zahl ist</translation>
    </message>
    <message>
        <source>has a sequence of something else than items</source>
        <translation>hat eine Sequenz aus etwas anderem als Einträgen</translation>
    </message>
    <message>
        <source>has a sequence too long to be true</source>
        <translation>hat eine Sequenz, die zu lang ist, um wahr zu sein</translation>
    </message>
    <message>
        <source>has a size that is no whole number</source>
        <translation>hat eine Größe, die keine ganze Zahl ist</translation>
    </message>
    <message>
        <source>has a voxel spacing of {value} mm, outside {low} to {high} mm</source>
        <translation>hat einen Voxelabstand von {value} mm, außerhalb von {low} bis {high} mm</translation>
    </message>
    <message>
        <source>has a voxel spacing or direction of {value}</source>
        <translation>hat einen Voxelabstand oder eine Richtung von {value}</translation>
    </message>
    <message>
        <source>has all its {slices} slices at one position</source>
        <translation>hat alle {slices} Schichten an einer Position</translation>
    </message>
    <message>
        <source>has an element of {length} bytes with {size} bytes left</source>
        <translation>hat ein Element von {length} Bytes, wo noch {size} Bytes übrig sind</translation>
    </message>
    <message>
        <source>has an ending for masks, and this is a scan</source>
        <translation>hat eine Endung für Masken, und dies ist eine Aufnahme</translation>
    </message>
    <message>
        <source>has an impossible position in space</source>
        <translation>hat eine unmögliche Position im Raum</translation>
    </message>
    <message>
        <source>has an impossible {what}</source>
        <translation>hat eine unmögliche Angabe: {what}</translation>
    </message>
    <message>
        <source>has an incomplete passport ({name})</source>
        <translation>hat einen unvollständigen Pass ({name})</translation>
    </message>
    <message>
        <source>has an origin of {origin} numbers</source>
        <translation>hat einen Ursprung aus {origin} Zahlen</translation>
    </message>
    <message>
        <source>has an unknown byte order</source>
        <translation>hat eine unbekannte Bytereihenfolge</translation>
    </message>
    <message>
        <source>has another bit depth than the slices before</source>
        <translation>hat eine andere Bittiefe als die Schichten davor</translation>
    </message>
    <message>
        <source>has axes that are not at right angles</source>
        <translation>hat Achsen, die nicht im rechten Winkel stehen</translation>
    </message>
    <message>
        <source>has directions that are no numbers</source>
        <translation>hat Richtungen, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>has directions that are no rotation</source>
        <translation>hat Richtungen, die keine Drehung sind</translation>
    </message>
    <message>
        <source>has labels that overlap ({worst}), and a mask holds one label a voxel</source>
        <translation>hat Labels, die überlappen ({worst}), und eine Maske enthält ein Label je Voxel</translation>
    </message>
    <message>
        <source>has lost its slice cache</source>
        <translation>hat seinen Schichtspeicher verloren</translation>
    </message>
    <message>
        <source>has more elements than any picture</source>
        <translation>hat mehr Elemente als jedes Bild</translation>
    </message>
    <message>
        <source>has no &quot;encoding&quot; in its header</source>
        <translation>hat kein „encoding“ im Dateikopf</translation>
    </message>
    <message>
        <source>has no &quot;type&quot; in its header</source>
        <translation>hat kein „type“ im Dateikopf</translation>
    </message>
    <message>
        <source>has no &quot;{key}&quot; in its header</source>
        <translation>hat kein „{key}“ im Dateikopf</translation>
    </message>
    <message>
        <source>has no channel &quot;{wish}&quot;</source>
        <translation>hat keinen Kanal „{wish}“</translation>
    </message>
    <message>
        <source>has no columns named image and mask</source>
        <translation>hat keine Spalten namens image und mask</translation>
    </message>
    <message>
        <source>has no ending of a surface file</source>
        <translation>hat keine Endung einer Oberflächendatei</translation>
    </message>
    <message>
        <source>has no ending that can be saved</source>
        <translation>hat keine Endung, die gespeichert werden kann</translation>
    </message>
    <message>
        <source>has no finished epoch to go on from</source>
        <translation>hat keine fertige Epoche, von der aus es weiterginge</translation>
    </message>
    <message>
        <source>has no Ground folder beside it</source>
        <translation>hat keinen Ordner Ground daneben</translation>
    </message>
    <message>
        <source>has no label {number}</source>
        <translation>hat kein Label {number}</translation>
    </message>
    <message>
        <source>has no labels to save</source>
        <translation>hat keine Labels zum Speichern</translation>
    </message>
    <message>
        <source>has no mask called liver</source>
        <translation>hat keine Maske namens liver</translation>
    </message>
    <message>
        <source>has no model yet</source>
        <translation>hat noch kein Modell</translation>
    </message>
    <message>
        <source>has no origin</source>
        <translation>hat keinen Ursprung</translation>
    </message>
    <message>
        <source>has no pair left after the checks ({others} {name}: {rstrip})</source>
        <translation>hat nach den Prüfungen kein Paar mehr ({others} {name}: {rstrip})</translation>
    </message>
    <message>
        <source>has no part &quot;{shown}&quot;</source>
        <translation>hat keinen Teil „{shown}“</translation>
    </message>
    <message>
        <source>has no pictures</source>
        <translation>hat keine Bilder</translation>
    </message>
    <message>
        <source>has no position for any of its {slices} pictures</source>
        <translation>hat für keines seiner {slices} Bilder eine Position</translation>
    </message>
    <message>
        <source>has no row below its header</source>
        <translation>hat keine Zeile unter dem Kopf</translation>
    </message>
    <message>
        <source>has no SEG or RTSTRUCT</source>
        <translation>hat kein SEG oder RTSTRUCT</translation>
    </message>
    <message>
        <source>has no undamaged saved state left</source>
        <translation>hat keinen unbeschädigten gespeicherten Stand mehr</translation>
    </message>
    <message>
        <source>has no {noun} &quot;{part}&quot;</source>
        <translation>hat nicht: {noun} „{part}“</translation>
    </message>
    <message>
        <source>has no {what}</source>
        <translation>hat keine Angabe: {what}</translation>
    </message>
    <message>
        <source>has no {which} cases</source>
        <translation>hat keine Fälle dieser Art: {which}</translation>
    </message>
    <message>
        <source>has nobody to validate on</source>
        <translation>hat niemanden zum Validieren</translation>
    </message>
    <message>
        <source>has pages without end</source>
        <translation>hat Seiten ohne Ende</translation>
    </message>
    <message>
        <source>has pixels of {other} x {other_2} mm, unlike the {first} x {first_2} mm of {display_name}</source>
        <translation>hat Pixel von {other} x {other_2} mm, anders als die {first} x {first_2} mm von {display_name}</translation>
    </message>
    <message>
        <source>has quotes that do not close, so it is no table</source>
        <translation>hat Anführungszeichen, die nicht schließen, ist also keine Tabelle</translation>
    </message>
    <message>
        <source>has sequences nested too deep</source>
        <translation>hat zu tief verschachtelte Sequenzen</translation>
    </message>
    <message>
        <source>has shape {shape} where the reference has {shape_2}</source>
        <translation>hat die Form {shape}, wo die Referenz {shape_2} hat</translation>
    </message>
    <message>
        <source>has too little memory for it</source>
        <translation>hat zu wenig Speicher dafür</translation>
    </message>
    <message>
        <source>has too little memory for {pictures} slices at once</source>
        <translation>hat zu wenig Speicher für {pictures} Schichten auf einmal</translation>
    </message>
    <message>
        <source>has too little memory for {wanted}</source>
        <translation>hat zu wenig Speicher für {wanted}</translation>
    </message>
    <message>
        <source>has transparent pixels</source>
        <translation>hat transparente Pixel</translation>
    </message>
    <message>
        <source>has uneven distances between slices, from {min} to {max} mm</source>
        <translation>hat ungleiche Abstände zwischen Schichten, von {min} bis {max} mm</translation>
    </message>
    <message>
        <source>has {bad} of {bad_2} DICOM files that are empty or damaged ({listed}), so slices may be missing</source>
        <translation>hat {bad} von {bad_2} DICOM-Dateien, die leer oder beschädigt sind ({listed}), daher können Schichten fehlen</translation>
    </message>
    <message>
        <source>has {count} frames of segment {segment} at one place, as of several times</source>
        <translation>hat {count} Frames des Segments {segment} an einer Stelle, wie von mehreren Zeiten</translation>
    </message>
    <message>
        <source>has {drawings} masks, {names}: name the one to use in pairs.csv</source>
        <translation>hat {drawings} Masken, {names}: bitte die zu verwendende in pairs.csv nennen</translation>
    </message>
    <message>
        <source>has {free} GB free and the slice cache needs about {need} GB</source>
        <translation>hat {free} GB frei, und der Schichtspeicher braucht etwa {need} GB</translation>
    </message>
    <message>
        <source>has {images} pictures, and its mask {masks}</source>
        <translation>hat {images} Bilder, und die Maske {masks}</translation>
    </message>
    <message>
        <source>has {shown} for its grey levels</source>
        <translation>hat {shown} für seine Graustufen</translation>
    </message>
    <message>
        <source>has {size} slices at the position of another one ({listed})</source>
        <translation>hat {size} Schichten an der Position einer anderen ({listed})</translation>
    </message>
    <message>
        <source>has {size} slices at the position of another one ({listed}, ...)</source>
        <translation>hat {size} Schichten an der Position einer anderen ({listed}, ...)</translation>
    </message>
    <message>
        <source>has {slices} files, but {display_name} {counted}</source>
        <translation>hat {slices} Dateien, aber {display_name} {counted}</translation>
    </message>
    <message>
        <source>has {there}, but this run asks for {here}</source>
        <translation>hat {there}, aber dieser Lauf verlangt {here}</translation>
    </message>
    <message>
        <source>have pixels of {other} x {other_2} mm, unlike the {first} x {first_2} mm of {display_name}</source>
        <translation>haben Pixel von {other} x {other_2} mm, anders als die {first} x {first_2} mm von {display_name}</translation>
    </message>
    <message>
        <source>head to foot</source>
        <translation>Kopf nach Fuß</translation>
    </message>
    <message>
        <source>Head: draws the mask</source>
        <translation>Kopf: zeichnet die Maske</translation>
    </message>
    <message>
        <source>heart</source>
        <translation>Herz</translation>
    </message>
    <message>
        <source>hepatic vein</source>
        <translation>Lebervene</translation>
    </message>
    <message>
        <source>hold no {list}{small}</source>
        <translation>enthalten nicht: {list}{small}</translation>
    </message>
    <message>
        <source>hold {unknown}, unknown here</source>
        <translation>enthalten {unknown}, hier unbekannt</translation>
    </message>
    <message>
        <source>holds 2 slices {gaps} mm apart, too few to tell their true distance</source>
        <translation>enthält 2 Schichten im Abstand von {gaps} mm, zu wenige, um den wahren Abstand zu kennen</translation>
    </message>
    <message>
        <source>holds a contour of {numbers} numbers where {integer} belong</source>
        <translation>enthält eine Kontur aus {numbers} Zahlen, wo {integer} hingehören</translation>
    </message>
    <message>
        <source>holds a damaged learning curve</source>
        <translation>enthält eine beschädigte Lernkurve</translation>
    </message>
    <message>
        <source>holds a picture of {size} x {size_2} pixels where its header says {columns} x {rows}</source>
        <translation>enthält ein Bild von {size} x {size_2} Pixeln, wo der Dateikopf {columns} x {rows} sagt</translation>
    </message>
    <message>
        <source>holds a run already</source>
        <translation>enthält schon einen Lauf</translation>
    </message>
    <message>
        <source>holds a {kind} already</source>
        <translation>enthält schon: {kind}</translation>
    </message>
    <message>
        <source>holds bytes where an element should begin</source>
        <translation>enthält Bytes, wo ein Element beginnen sollte</translation>
    </message>
    <message>
        <source>holds colours as {photometric}, unpacked</source>
        <translation>enthält Farben als {photometric}, ungepackt</translation>
    </message>
    <message>
        <source>holds colours of {bits_stored} of {bits} bits</source>
        <translation>enthält Farben mit {bits_stored} von {bits} Bit</translation>
    </message>
    <message>
        <source>holds complex numbers</source>
        <translation>enthält komplexe Zahlen</translation>
    </message>
    <message>
        <source>holds contours of region {unknown}, which it does not name</source>
        <translation>enthält Konturen der Region {unknown}, die es nicht nennt</translation>
    </message>
    <message>
        <source>holds exactly the pixels of case {case_id}, and one would be {there} while the other is {here}</source>
        <translation>enthält genau die Pixel von Fall {case_id}, und einer wäre {there}, der andere {here}</translation>
    </message>
    <message>
        <source>holds fewer packed pixels than its header says</source>
        <translation>enthält weniger gepackte Pixel, als der Dateikopf sagt</translation>
    </message>
    <message>
        <source>holds fractions</source>
        <translation>enthält Bruchzahlen</translation>
    </message>
    <message>
        <source>holds fractions (soft edges), not labels</source>
        <translation>enthält Bruchzahlen (weiche Ränder), keine Labels</translation>
    </message>
    <message>
        <source>holds fractions, as soft edges or an interpolated mask do</source>
        <translation>enthält Bruchzahlen, wie weiche Ränder oder eine interpolierte Maske</translation>
    </message>
    <message>
        <source>holds frames besides those of the open scan, as of several passes over the body</source>
        <translation>enthält Frames neben denen der geöffneten Aufnahme, wie von mehreren Durchgängen über den Körper</translation>
    </message>
    <message>
        <source>holds frames of segment {unknown}, which it does not describe</source>
        <translation>enthält Frames des Segments {unknown}, das es nicht beschreibt</translation>
    </message>
    <message>
        <source>holds frames that lie in different directions</source>
        <translation>enthält Frames, die in verschiedenen Richtungen liegen</translation>
    </message>
    <message>
        <source>holds frames that shift sideways (a tilted gantry)</source>
        <translation>enthält Frames, die sich seitwärts verschieben (gekippte Gantry)</translation>
    </message>
    <message>
        <source>holds its elements out of order</source>
        <translation>enthält seine Elemente in falscher Reihenfolge</translation>
    </message>
    <message>
        <source>holds its scans and masks as ZIP files in {counted}</source>
        <translation>enthält seine Aufnahmen und Masken als ZIP-Dateien in {counted}</translation>
    </message>
    <message>
        <source>holds its voxels as text</source>
        <translation>enthält seine Voxel als Text</translation>
    </message>
    <message>
        <source>holds labels in only one patient</source>
        <translation>enthält Labels nur bei einem Patienten</translation>
    </message>
    <message>
        <source>holds more than one volume ({extra})</source>
        <translation>enthält mehr als ein Volumen ({extra})</translation>
    </message>
    <message>
        <source>holds more than {most_elements} data elements</source>
        <translation>enthält mehr als {most_elements} Datenelemente</translation>
    </message>
    <message>
        <source>holds more than {most_files} files</source>
        <translation>enthält mehr als {most_files} Dateien</translation>
    </message>
    <message>
        <source>holds neither scans nor pictures that are known here</source>
        <translation>enthält weder Aufnahmen noch Bilder, die hier bekannt sind</translation>
    </message>
    <message>
        <source>holds no contours</source>
        <translation>enthält keine Konturen</translation>
    </message>
    <message>
        <source>holds no contours to fill: {why}</source>
        <translation>enthält keine füllbaren Konturen: {why}</translation>
    </message>
    <message>
        <source>holds no cross-validation</source>
        <translation>enthält keine Kreuzvalidierung</translation>
    </message>
    <message>
        <source>holds no DICOM scan</source>
        <translation>enthält keine DICOM-Aufnahme</translation>
    </message>
    <message>
        <source>holds no label at all: every mask is empty</source>
        <translation>enthält gar kein Label: jede Maske ist leer</translation>
    </message>
    <message>
        <source>holds no label in any of its {cases} masks, so there is nothing to learn</source>
        <translation>enthält in keiner seiner {cases} Masken ein Label, es gibt also nichts zu lernen</translation>
    </message>
    <message>
        <source>holds no label, and larger ones were not looked at</source>
        <translation>enthält kein Label, und größere wurden nicht angesehen</translation>
    </message>
    <message>
        <source>holds no packed picture of the kind it announces</source>
        <translation>enthält kein gepacktes Bild der angekündigten Art</translation>
    </message>
    <message>
        <source>holds no picture</source>
        <translation>enthält kein Bild</translation>
    </message>
    <message>
        <source>holds no run</source>
        <translation>enthält keinen Lauf</translation>
    </message>
    <message>
        <source>holds no scan, only {listed}</source>
        <translation>enthält keine Aufnahme, nur {listed}</translation>
    </message>
    <message>
        <source>holds no scans, masks or pictures</source>
        <translation>enthält keine Aufnahmen, Masken oder Bilder</translation>
    </message>
    <message>
        <source>holds no usable pair (row {number}: {display_name} {why})</source>
        <translation>enthält kein brauchbares Paar (Zeile {number}: {display_name} {why})</translation>
    </message>
    <message>
        <source>holds no {list}, so nothing can be scored</source>
        <translation>enthält nicht: {list}, es kann also nichts bewertet werden</translation>
    </message>
    <message>
        <source>holds none of these labels</source>
        <translation>enthält keines dieser Labels</translation>
    </message>
    <message>
        <source>holds nothing but damaged DICOM files ({display_name} {fault})</source>
        <translation>enthält nichts als beschädigte DICOM-Dateien ({display_name} {fault})</translation>
    </message>
    <message>
        <source>holds nothing that could be compared with {display_name}</source>
        <translation>enthält nichts, was mit {display_name} verglichen werden könnte</translation>
    </message>
    <message>
        <source>holds numbers of 128 bits</source>
        <translation>enthält Zahlen mit 128 Bit</translation>
    </message>
    <message>
        <source>holds only one patient</source>
        <translation>enthält nur einen Patienten</translation>
    </message>
    <message>
        <source>holds only one patient ({names})</source>
        <translation>enthält nur einen Patienten ({names})</translation>
    </message>
    <message>
        <source>holds other weights than its architecture has: {key} is {here}, not {there}</source>
        <translation>enthält andere Gewichte als seine Architektur: {key} ist {here}, nicht {there}</translation>
    </message>
    <message>
        <source>holds pages of different sizes or kinds</source>
        <translation>enthält Seiten verschiedener Größe oder Art</translation>
    </message>
    <message>
        <source>holds pixels that are no numbers</source>
        <translation>enthält Pixel, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>holds run lengths that do not fit its header</source>
        <translation>enthält Lauflängen, die nicht zum Dateikopf passen</translation>
    </message>
    <message>
        <source>holds scans of 3D-IRCADb but no mask called liver</source>
        <translation>enthält Aufnahmen von 3D-IRCADb, aber keine Maske namens liver</translation>
    </message>
    <message>
        <source>holds segments that overlap, in {count} layers</source>
        <translation>enthält überlappende Segmente in {count} Ebenen</translation>
    </message>
    <message>
        <source>holds single bits</source>
        <translation>enthält einzelne Bits</translation>
    </message>
    <message>
        <source>holds slices at uneven distances, from {min} to {max} mm</source>
        <translation>enthält Schichten in ungleichen Abständen, von {min} bis {max} mm</translation>
    </message>
    <message>
        <source>holds too few slices to split</source>
        <translation>enthält zu wenige Schichten zum Aufteilen</translation>
    </message>
    <message>
        <source>holds too many runs of this second</source>
        <translation>enthält zu viele Läufe dieser Sekunde</translation>
    </message>
    <message>
        <source>holds voxels that are no numbers</source>
        <translation>enthält Voxel, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>holds weights that are not numbers (the training diverged)</source>
        <translation>enthält Gewichte, die keine Zahlen sind (das Training divergierte)</translation>
    </message>
    <message>
        <source>holds {both}, but no two share a name ({first})</source>
        <translation>enthält {both}, aber keine zwei teilen einen Namen ({first})</translation>
    </message>
    <message>
        <source>holds {channels} values in every voxel (colours, echoes or segments that overlap)</source>
        <translation>enthält {channels} Werte in jedem Voxel (Farben, Echos oder überlappende Segmente)</translation>
    </message>
    <message>
        <source>holds {counted} but no image</source>
        <translation>enthält {counted}, aber kein Bild</translation>
    </message>
    <message>
        <source>holds {counted} but no mask</source>
        <translation>enthält {counted}, aber keine Maske</translation>
    </message>
    <message>
        <source>holds {found} different values, as soft edges or a picture do</source>
        <translation>enthält {found} verschiedene Werte, wie weiche Ränder oder ein Bild</translation>
    </message>
    <message>
        <source>holds {found} pages where one slice belongs</source>
        <translation>enthält {found} Seiten, wo eine Schicht hingehört</translation>
    </message>
    <message>
        <source>holds {found}, and labels are never below 0</source>
        <translation>enthält {found}, und Labels sind nie unter 0</translation>
    </message>
    <message>
        <source>holds {fragments} packed pieces for the {frames} pictures of its header</source>
        <translation>enthält {fragments} gepackte Stücke für die {frames} Bilder des Dateikopfs</translation>
    </message>
    <message>
        <source>holds {frames} volumes (frames or channels)</source>
        <translation>enthält {frames} Volumina (Frames oder Kanäle)</translation>
    </message>
    <message>
        <source>holds {frames} volumes ({shape})</source>
        <translation>enthält {frames} Volumina ({shape})</translation>
    </message>
    <message>
        <source>holds {frames} volumes ({shape}) of {channels} values a voxel</source>
        <translation>enthält {frames} Volumina ({shape}) mit {channels} Werten je Voxel</translation>
    </message>
    <message>
        <source>holds {frames} volumes in colour</source>
        <translation>enthält {frames} Volumina in Farbe</translation>
    </message>
    <message>
        <source>holds {have} bytes of pixels where {expected} belong</source>
        <translation>enthält {have} Bytes Pixel, wo {expected} hingehören</translation>
    </message>
    <message>
        <source>holds {largest}, more than this program keeps without loss</source>
        <translation>enthält {largest}, mehr als dieses Programm ohne Verlust behält</translation>
    </message>
    <message>
        <source>holds {odd}, which is no label number (0 to {highest_label}, or grey 0 / 127 / 255)</source>
        <translation>enthält {odd}, was keine Labelnummer ist (0 bis {highest_label}, oder Grau 0 / 127 / 255)</translation>
    </message>
    <message>
        <source>holds {pictures} {noun} and no DICOM scan</source>
        <translation>enthält {pictures} {noun} und keine DICOM-Aufnahme</translation>
    </message>
    <message>
        <source>holds {present} packed bytes where its header says {promised}</source>
        <translation>enthält {present} gepackte Bytes, wo der Dateikopf {promised} sagt</translation>
    </message>
    <message>
        <source>holds {samples} values of {bits} {kind}bits a pixel</source>
        <translation>enthält {samples} Werte von {bits} {kind}Bit je Pixel</translation>
    </message>
    <message>
        <source>holds {series} series ({listed})</source>
        <translation>enthält {series} Serien ({listed})</translation>
    </message>
    <message>
        <source>holds {surplus} bytes more than the {count} of its header, as if header and data were not of one scan</source>
        <translation>enthält {surplus} Bytes mehr als die {count} des Dateikopfs, als wären Kopf und Daten nicht von einer Aufnahme</translation>
    </message>
    <message>
        <source>holds {text} values in every voxel</source>
        <translation>enthält {text} Werte in jedem Voxel</translation>
    </message>
    <message>
        <source>holds {unknown}, unlike the other masks of its data set</source>
        <translation>enthält {unknown}, anders als die übrigen Masken des Datensatzes</translation>
    </message>
    <message>
        <source>holds {value} values</source>
        <translation>enthält Werte: {value}</translation>
    </message>
    <message>
        <source>How far weights move each step</source>
        <translation>Wie weit Gewichte sich je Schritt bewegen</translation>
    </message>
    <message>
        <source>How it draws</source>
        <translation>Wie es zeichnet</translation>
    </message>
    <message>
        <source>How often the picture is halved on the way down</source>
        <translation>Wie oft das Bild auf dem Weg nach unten halbiert wird</translation>
    </message>
    <message>
        <source>How the decoder enlarges: learned or interpolated</source>
        <translation>Wie der Decoder vergrößert: gelernt oder interpoliert</translation>
    </message>
    <message>
        <source>How weights are moved</source>
        <translation>Wie Gewichte bewegt werden</translation>
    </message>
    <message>
        <source>HU ({low} black, {high} white) and grey pictures</source>
        <translation>HU ({low} schwarz, {high} weiß) und Graubilder</translation>
    </message>
    <message>
        <source>HU, {low} shown black and {high} white</source>
        <translation>HU, {low} schwarz dargestellt und {high} weiß</translation>
    </message>
    <message>
        <source>image and mask may not belong together</source>
        <translation>Bild und Maske gehören vielleicht nicht zusammen</translation>
    </message>
    <message>
        <source>Image and mask may not belong together: the mask would fit if it were mirrored {words}{also}.</source>
        <translation>Bild und Maske gehören vielleicht nicht zusammen: die Maske würde gespiegelt passen ({words}){also}.</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>image_size or base_channels</source>
        <translation>image_size oder base_channels</translation>
    </message>
    <message>
        <source>images + masks</source>
        <translation>images + masks</translation>
    </message>
    <message>
        <source>Images run from {numbers} to {numbers_2} and masks from {others} to {others_2} ({display_name}, {display_name_2}): one side may be numbered from another start, and then every pair is wrong. Check this.</source>
        <translation>Bilder laufen von {numbers} bis {numbers_2} und Masken von {others} bis {others_2} ({display_name}, {display_name_2}): eine Seite ist vielleicht von einem anderen Anfang an nummeriert, dann ist jedes Paar falsch. Bitte prüfen.</translation>
    </message>
    <message>
        <source>In channels</source>
        <translation>Eingangskanäle</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>in the liver&apos;s box</source>
        <translation>im Rahmen der Leber</translation>
    </message>
    <message>
        <source>in the test</source>
        <translation>im Test</translation>
    </message>
    <message>
        <source>in tumours of fewer than {smallest_lesion} voxels</source>
        <translation>in Tumoren mit weniger als {smallest_lesion} Voxeln</translation>
    </message>
    <message>
        <source>in whole slices</source>
        <translation>in ganzen Schichten</translation>
    </message>
    <message>
        <source>In {minutes} minutes this computer learns from {images} slices; tumours are found after about {enough_images}. Allow {needed} minutes or more.</source>
        <translation>In {minutes} Minuten lernt dieser Computer von {images} Schichten; Tumoren werden nach etwa {enough_images} gefunden. Bitte {needed} Minuten oder mehr erlauben.</translation>
    </message>
    <message>
        <source>in {percent} of the slices</source>
        <translation>in {percent} der Schichten</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>Eingangsgröße</translation>
    </message>
    <message>
        <source>Input: {channels} × {side} × {side}. Output: {maps} × {out} × {out}.</source>
        <translation>Eingang: {channels} × {side} × {side}. Ausgang: {maps} × {out} × {out}.</translation>
    </message>
    <message>
        <source>Install the CUDA build of PyTorch (pytorch.org, Get started) and start again.</source>
        <translation>Die CUDA-Fassung von PyTorch installieren (pytorch.org, Get started) und neu starten.</translation>
    </message>
    <message>
        <source>instance normalisation</source>
        <translation>Instanz-Normalisierung</translation>
    </message>
    <message>
        <source>is a CIFTI file (surfaces or connections of a brain)</source>
        <translation>ist eine CIFTI-Datei (Oberflächen oder Verbindungen eines Gehirns)</translation>
    </message>
    <message>
        <source>is a colour picture ({shown}), not a scan</source>
        <translation>ist ein Farbbild ({shown}), keine Aufnahme</translation>
    </message>
    <message>
        <source>is a cut or damaged picture</source>
        <translation>ist ein abgeschnittenes oder beschädigtes Bild</translation>
    </message>
    <message>
        <source>is a damaged TIFF file</source>
        <translation>ist eine beschädigte TIFF-Datei</translation>
    </message>
    <message>
        <source>is a damaged ZIP archive</source>
        <translation>ist ein beschädigtes ZIP-Archiv</translation>
    </message>
    <message>
        <source>is a DICOM file packed with gzip</source>
        <translation>ist eine mit gzip gepackte DICOM-Datei</translation>
    </message>
    <message>
        <source>is a file</source>
        <translation>ist eine Datei</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is a folder and the other is none</source>
        <translation>ist ein Ordner und das andere keiner</translation>
    </message>
    <message>
        <source>is a gzip file without a NIfTI scan in it, or damaged at its start</source>
        <translation>ist eine gzip-Datei ohne NIfTI-Aufnahme darin, oder am Anfang beschädigt</translation>
    </message>
    <message>
        <source>is a mask ({mask_kind}), not a scan</source>
        <translation>ist eine Maske ({mask_kind}), keine Aufnahme</translation>
    </message>
    <message>
        <source>is a PyTorch file, which may contain code and is never opened</source>
        <translation>ist eine PyTorch-Datei, die Programmcode enthalten kann und nie geöffnet wird</translation>
    </message>
    <message>
        <source>is a safetensors file, but no Slicewise {kind}</source>
        <translation>ist eine safetensors-Datei, aber nicht von Slicewise (erwartet: {kind})</translation>
    </message>
    <message>
        <source>is a segmentation of kind {kind}</source>
        <translation>ist eine Segmentierung der Art {kind}</translation>
    </message>
    <message>
        <source>is a ZIP archive without a DICOM scan in it</source>
        <translation>ist ein ZIP-Archiv ohne DICOM-Aufnahme darin</translation>
    </message>
    <message>
        <source>is an Analyze 7.5 header, which does not say left from right</source>
        <translation>ist ein Analyze-7.5-Dateikopf, der links nicht von rechts unterscheidet</translation>
    </message>
    <message>
        <source>is an animated picture</source>
        <translation>ist ein animiertes Bild</translation>
    </message>
    <message>
        <source>is another model than the one this run was to begin with</source>
        <translation>ist ein anderes Modell als das, mit dem dieser Lauf beginnen sollte</translation>
    </message>
    <message>
        <source>is coloured with more than {most_colours} colours, as a photograph is</source>
        <translation>ist mit mehr als {most_colours} Farben gefärbt, wie ein Foto</translation>
    </message>
    <message>
        <source>is cut before its pixels</source>
        <translation>ist vor den Pixeln abgeschnitten</translation>
    </message>
    <message>
        <source>is cut inside a sequence</source>
        <translation>ist in einer Sequenz abgeschnitten</translation>
    </message>
    <message>
        <source>is cut inside its header</source>
        <translation>ist im Dateikopf abgeschnitten</translation>
    </message>
    <message>
        <source>is cut or damaged</source>
        <translation>ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation>ist abgeschnitten</translation>
    </message>
    <message>
        <source>is cut short inside its packed data</source>
        <translation>ist in den gepackten Daten abgeschnitten</translation>
    </message>
    <message>
        <source>is cut short: its checksum is missing</source>
        <translation>ist abgeschnitten: die Prüfsumme fehlt</translation>
    </message>
    <message>
        <source>is cut short: {have} of {count}</source>
        <translation>ist abgeschnitten: {have} von {count}</translation>
    </message>
    <message>
        <source>is cut short: {have} of {count} pixels</source>
        <translation>ist abgeschnitten: {have} von {count} Pixeln</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>ist beschädigt</translation>
    </message>
    <message>
        <source>is damaged (it cannot be decoded)</source>
        <translation>ist beschädigt (nicht zu entschlüsseln)</translation>
    </message>
    <message>
        <source>is damaged (its checksum does not match)</source>
        <translation>ist beschädigt (die Prüfsumme stimmt nicht)</translation>
    </message>
    <message>
        <source>is damaged (no valid JSON)</source>
        <translation>ist beschädigt (kein gültiges JSON)</translation>
    </message>
    <message>
        <source>is damaged at its start</source>
        <translation>ist am Anfang beschädigt</translation>
    </message>
    <message>
        <source>is damaged in its packed pixels</source>
        <translation>ist in seinen gepackten Pixeln beschädigt</translation>
    </message>
    <message>
        <source>is damaged or incomplete ({name})</source>
        <translation>ist beschädigt oder unvollständig ({name})</translation>
    </message>
    <message>
        <source>is damaged or no model of Slicewise</source>
        <translation>ist beschädigt oder kein Modell von Slicewise</translation>
    </message>
    <message>
        <source>is damaged or of another version</source>
        <translation>ist beschädigt oder von einer anderen Version</translation>
    </message>
    <message>
        <source>is damaged: it {damage}</source>
        <translation>ist beschädigt: es {damage}</translation>
    </message>
    <message>
        <source>is damaged: its checksum fails</source>
        <translation>ist beschädigt: die Prüfsumme stimmt nicht</translation>
    </message>
    <message>
        <source>is damaged: its checksum fails after {have} of {stored_bytes} voxels</source>
        <translation>ist beschädigt: die Prüfsumme stimmt nach {have} von {stored_bytes} Voxeln nicht</translation>
    </message>
    <message>
        <source>is damaged: its numbers are no numbers</source>
        <translation>ist beschädigt: seine Zahlen sind keine Zahlen</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is empty (0 bytes)</source>
        <translation>ist leer (0 Bytes)</translation>
    </message>
    <message>
        <source>is finished already</source>
        <translation>ist schon fertig</translation>
    </message>
    <message>
        <source>is given in epochs and in minutes</source>
        <translation>ist in Epochen und in Minuten angegeben</translation>
    </message>
    <message>
        <source>is half of a NIfTI pair (.hdr and .img) without the other half beside it</source>
        <translation>ist die Hälfte eines NIfTI-Paars (.hdr und .img) ohne die andere Hälfte daneben</translation>
    </message>
    <message>
        <source>is in colour (red, green and blue in every voxel)</source>
        <translation>ist farbig (Rot, Grün und Blau in jedem Voxel)</translation>
    </message>
    <message>
        <source>is in nobody&apos;s hands any more</source>
        <translation>ist in niemandes Händen mehr</translation>
    </message>
    <message>
        <source>is in row {used} already</source>
        <translation>ist schon in Zeile {used}</translation>
    </message>
    <message>
        <source>is in use by another Slicewise (process {value})</source>
        <translation>wird von einem anderen Slicewise benutzt (Prozess {value})</translation>
    </message>
    <message>
        <source>is incomplete</source>
        <translation>ist unvollständig</translation>
    </message>
    <message>
        <source>is larger than any of its kind</source>
        <translation>ist größer als jede ihrer Art</translation>
    </message>
    <message>
        <source>is larger than {largest_side} x {largest_side} pixels</source>
        <translation>ist größer als {largest_side} x {largest_side} Pixel</translation>
    </message>
    <message>
        <source>is larger than {most} MB</source>
        <translation>ist größer als {most} MB</translation>
    </message>
    <message>
        <source>is listed and not there</source>
        <translation>ist aufgeführt und nicht da</translation>
    </message>
    <message>
        <source>is locked with a password</source>
        <translation>ist mit einem Passwort gesperrt</translation>
    </message>
    <message>
        <source>is longer than any table of pairs</source>
        <translation>ist länger als jede Tabelle von Paaren</translation>
    </message>
    <message>
        <source>is marked as read-only and was left as it is</source>
        <translation>ist schreibgeschützt und wurde gelassen, wie es war</translation>
    </message>
    <message>
        <source>is named for validation and for the test</source>
        <translation>ist für die Validierung und für den Test genannt</translation>
    </message>
    <message>
        <source>is no DICOM</source>
        <translation>ist kein DICOM</translation>
    </message>
    <message>
        <source>is no DICOM file</source>
        <translation>ist keine DICOM-Datei</translation>
    </message>
    <message>
        <source>is no DICOM SEG</source>
        <translation>ist kein DICOM SEG</translation>
    </message>
    <message>
        <source>is no longer in the data set of this run</source>
        <translation>ist nicht mehr im Datensatz dieses Laufs</translation>
    </message>
    <message>
        <source>is no longer where it was</source>
        <translation>ist nicht mehr, wo es war</translation>
    </message>
    <message>
        <source>is no NIfTI file</source>
        <translation>ist keine NIfTI-Datei</translation>
    </message>
    <message>
        <source>is no plan</source>
        <translation>ist kein Plan</translation>
    </message>
    <message>
        <source>is no positive number</source>
        <translation>ist keine positive Zahl</translation>
    </message>
    <message>
        <source>is no RTSTRUCT</source>
        <translation>ist kein RTSTRUCT</translation>
    </message>
    <message>
        <source>is no split</source>
        <translation>ist keine Aufteilung</translation>
    </message>
    <message>
        <source>is not above window_low_hu</source>
        <translation>liegt nicht über window_low_hu</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>ist nicht leer</translation>
    </message>
    <message>
        <source>is not in the data set</source>
        <translation>ist nicht im Datensatz</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>ist nicht bekannt</translation>
    </message>
    <message>
        <source>is not paired: {one} and {other} fit each other equally well</source>
        <translation>ist nicht gepaart: {one} und {other} passen gleich gut zueinander</translation>
    </message>
    <message>
        <source>is not text in UTF-8</source>
        <translation>ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>is not the model this ensemble was made of</source>
        <translation>ist nicht das Modell, aus dem dieses Ensemble gemacht wurde</translation>
    </message>
    <message>
        <source>is not the slice that was opened</source>
        <translation>ist nicht die Schicht, die geöffnet wurde</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>ist nicht vorhanden</translation>
    </message>
    <message>
        <source>is not what it was when this cross-validation began</source>
        <translation>ist nicht mehr, wie er zu Beginn dieser Kreuzvalidierung war</translation>
    </message>
    <message>
        <source>is not what it was when this run began</source>
        <translation>ist nicht mehr, wie er zu Beginn dieses Laufs war</translation>
    </message>
    <message>
        <source>is of no known format</source>
        <translation>ist von keinem bekannten Format</translation>
    </message>
    <message>
        <source>is of no run</source>
        <translation>gehört zu keinem Lauf</translation>
    </message>
    <message>
        <source>is of no use while {packed} is packed</source>
        <translation>ist nutzlos, solange {packed} gepackt ist</translation>
    </message>
    <message>
        <source>is of the same person as case {other} on another side</source>
        <translation>ist von derselben Person wie Fall {other} auf einer anderen Seite</translation>
    </message>
    <message>
        <source>is one of {drawings} masks of one scan</source>
        <translation>ist eine von {drawings} Masken einer Aufnahme</translation>
    </message>
    <message>
        <source>is packed as pictures are, so that the numbers of its labels may have changed</source>
        <translation>ist wie Bilder gepackt, sodass sich die Nummern der Labels geändert haben können</translation>
    </message>
    <message>
        <source>is packed as {encoding}</source>
        <translation>ist gepackt als {encoding}</translation>
    </message>
    <message>
        <source>is packed as {encoding}, voxels as text</source>
        <translation>ist gepackt als {encoding}, Voxel als Text</translation>
    </message>
    <message>
        <source>is packed in a way that is not read here (kind {compression})</source>
        <translation>ist auf eine Art gepackt, die hier nicht gelesen wird (Art {compression})</translation>
    </message>
    <message>
        <source>is packed in a way this program does not know ({value})</source>
        <translation>ist auf eine Art gepackt, die dieses Programm nicht kennt ({value})</translation>
    </message>
    <message>
        <source>is split over several data files</source>
        <translation>ist auf mehrere Datendateien verteilt</translation>
    </message>
    <message>
        <source>is the data of {shown}, or of no known format</source>
        <translation>sind die Daten von {shown} oder von keinem bekannten Format</translation>
    </message>
    <message>
        <source>is the first mask but {display_name} the first image: one side is numbered {abs} higher throughout, so every pair would be wrong</source>
        <translation>ist die erste Maske, aber {display_name} das erste Bild: eine Seite ist durchgehend um {abs} höher nummeriert, jedes Paar wäre also falsch</translation>
    </message>
    <message>
        <source>is too large to be kept</source>
        <translation>ist zu groß, um aufbewahrt zu werden</translation>
    </message>
    <message>
        <source>is too long for NIfTI</source>
        <translation>ist zu lang für NIfTI</translation>
    </message>
    <message>
        <source>is unknown</source>
        <translation>ist unbekannt</translation>
    </message>
    <message>
        <source>is {memory_gb} GB</source>
        <translation>ist {memory_gb} GB</translation>
    </message>
    <message>
        <source>is {size} GB, too large for a model</source>
        <translation>ist {size} GB groß, zu groß für ein Modell</translation>
    </message>
    <message>
        <source>is {size} x {size_2} pixels, unlike the {size_3} x {size_4} of {like}</source>
        <translation>ist {size} x {size_2} Pixel groß, anders als die {size_3} x {size_4} von {like}</translation>
    </message>
    <message>
        <source>is {size}, which the network cannot halve often enough</source>
        <translation>ist {size}, was das Netz nicht oft genug halbieren kann</translation>
    </message>
    <message>
        <source>is {width} x {height} pixels, outside 1 to {largest_side}</source>
        <translation>ist {width} x {height} Pixel groß, außerhalb von 1 bis {largest_side}</translation>
    </message>
    <message>
        <source>is {width} x {height} pixels, which the network cannot halve often enough</source>
        <translation>ist {width} x {height} Pixel groß, was das Netz nicht oft genug halbieren kann</translation>
    </message>
    <message>
        <source>It cannot be used.</source>
        <translation>Er ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>it is no longer in the trash</source>
        <translation>er ist nicht mehr im Papierkorb</translation>
    </message>
    <message>
        <source>it lies</source>
        <translation>es liegt</translation>
    </message>
    <message>
        <source>it names no scan</source>
        <translation>es nennt keine Aufnahme</translation>
    </message>
    <message>
        <source>It {fault}; it opens once you agree how.</source>
        <translation>Es {fault}; es öffnet sich, sobald Sie zustimmen, wie.</translation>
    </message>
    <message>
        <source>Its curve ({journal_file}) is damaged {where}; going on with the run mends it.</source>
        <translation>Seine Kurve ({journal_file}) ist {where} beschädigt; den Lauf fortzusetzen behebt es.</translation>
    </message>
    <message>
        <source>Its curve cannot be read ({strerror}).</source>
        <translation>Seine Kurve kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>Its data set ({dataset}) is no longer where it was.</source>
        <translation>Sein Datensatz ({dataset}) ist nicht mehr, wo er war.</translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation>der Ordner existiert nicht</translation>
    </message>
    <message>
        <source>its folder is a file</source>
        <translation>der Ordner ist eine Datei</translation>
    </message>
    <message>
        <source>Its mask cannot be read.</source>
        <translation>Die Maske kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>its masks</source>
        <translation>die zugehörigen Masken</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>Its scan cannot be read.</source>
        <translation>Die Aufnahme kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Its scan is not here: the mask spans only the slices that the file holds. Open the scan first to see it in place.</source>
        <translation>Die Aufnahme ist nicht hier: die Maske umspannt nur die Schichten, die die Datei enthält. Zuerst die Aufnahme öffnen, um sie an ihrem Ort zu sehen.</translation>
    </message>
    <message>
        <source>its slices are brought to even distances</source>
        <translation>die Schichten werden auf gleiche Abstände gebracht</translation>
    </message>
    <message>
        <source>its slices are shifted back</source>
        <translation>die Schichten werden zurückgeschoben</translation>
    </message>
    <message>
        <source>its slices lie between the scan&apos;s</source>
        <translation>die Schichten liegen zwischen denen der Aufnahme</translation>
    </message>
    <message>
        <source>keep all cases of a person on one side</source>
        <translation>bitte alle Fälle einer Person auf einer Seite halten</translation>
    </message>
    <message>
        <source>Keep more patients for validation (validation_fraction), or choose others.</source>
        <translation>Mehr Patienten für die Validierung zurückhalten (validation_fraction) oder andere wählen.</translation>
    </message>
    <message>
        <source>Keep only the largest connected liver</source>
        <translation>Nur die größte zusammenhängende Leber behalten</translation>
    </message>
    <message>
        <source>Keep the runs folder on a fast disk of this computer, close other programs, or lower elastic, blur and synthetic_lesions.</source>
        <translation>Den Ordner der Läufe auf einen schnellen Datenträger dieses Computers legen, andere Programme schließen oder elastic, blur und synthetic_lesions verringern.</translation>
    </message>
    <message>
        <source>Keeps features in range: none, per batch, per picture</source>
        <translation>Hält Merkmale im Bereich: keine, je Batch, je Bild</translation>
    </message>
    <message>
        <source>keeps no case after these repairs</source>
        <translation>behält nach diesen Reparaturen keinen Fall</translation>
    </message>
    <message>
        <source>keeps values of one voxel apart from each other</source>
        <translation>hält die Werte eines Voxels voneinander getrennt</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>kidney</source>
        <translation>Niere</translation>
    </message>
    <message>
        <source>kinds of colour</source>
        <translation>Farbarten</translation>
    </message>
    <message>
        <source>label {v}</source>
        <translation>Label {v}</translation>
    </message>
    <message>
        <source>Labels missing in a fold: nobody outside fold {number} holds {list}, so its network cannot learn it; add patients who have it.</source>
        <translation>Labels fehlen in einem Fold: niemand außerhalb von Fold {number} hat {list}, sein Netz kann es also nicht lernen; bitte Patienten hinzufügen, die es haben.</translation>
    </message>
    <message>
        <source>Labels overlapped ({worst}); the smaller one was kept.</source>
        <translation>Labels überlappten ({worst}); das kleinere wurde behalten.</translation>
    </message>
    <message>
        <source>Labels survive random changes (pixels left: {kept}).</source>
        <translation>Labels überstehen zufällige Änderungen (verbleibende Pixel: {kept}).</translation>
    </message>
    <message>
        <source>Largest liver</source>
        <translation>Größte Leber</translation>
    </message>
    <message>
        <source>Laying out {name}</source>
        <translation>{name} wird ausgelegt</translation>
    </message>
    <message>
        <source>leads out of the folder of {display_name}</source>
        <translation>führt aus dem Ordner von {display_name} hinaus</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Gelernt von</translation>
    </message>
    <message>
        <source>learned from</source>
        <translation>zum Lernen verwendet</translation>
    </message>
    <message>
        <source>learned from a data set that is no longer where it was</source>
        <translation>lernte von einem Datensatz, der nicht mehr ist, wo er war</translation>
    </message>
    <message>
        <source>Learned from {people}: case Dice {dice}</source>
        <translation>Gelernt von {people}: Fall-Dice {dice}</translation>
    </message>
    <message>
        <source>learned from {window} where  learned from {window_2}</source>
        <translation>lernte von {window}, wo  lernte von {window_2}</translation>
    </message>
    <message>
        <source>Learning by heart since epoch {epoch}: the validation loss rose from {lowest} to {now} while the training loss fell from {before} to {after}.</source>
        <translation>Auswendiglernen seit Epoche {epoch}: der Validierungsverlust stieg von {lowest} auf {now}, während der Trainingsverlust von {before} auf {after} fiel.</translation>
    </message>
    <message>
        <source>Learning from a few slices: batch {batches}{loss}</source>
        <translation>Lernen von wenigen Schichten: Batch {batches}{loss}</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning rate: constant, or warm-up and a fall to zero that ends on time</source>
        <translation>Lernrate: konstant, oder Aufwärmen und ein Abfall auf null, der pünktlich endet</translation>
    </message>
    <message>
        <source>leave it out or export all slices alike</source>
        <translation>bitte weglassen oder alle Schichten gleich exportieren</translation>
    </message>
    <message>
        <source>leave it out to continue this one</source>
        <translation>bitte weglassen, um diesen fortzusetzen</translation>
    </message>
    <message>
        <source>Leave this case out</source>
        <translation>Diesen Fall weglassen</translation>
    </message>
    <message>
        <source>leaves no case to learn from</source>
        <translation>lässt keinen Fall zum Lernen</translation>
    </message>
    <message>
        <source>leaves nobody to learn from</source>
        <translation>lässt niemanden, von dem gelernt wird</translation>
    </message>
    <message>
        <source>Left aside in the folder: {listed}.</source>
        <translation>Im Ordner beiseitegelassen: {listed}.</translation>
    </message>
    <message>
        <source>Left aside {left} exact copies of other files.</source>
        <translation>{left} genaue Kopien anderer Dateien beiseitegelassen.</translation>
    </message>
    <message>
        <source>Left aside {left} exact copy of other files.</source>
        <translation>{left} genaue Kopie einer anderen Datei beiseitegelassen.</translation>
    </message>
    <message>
        <source>left to right</source>
        <translation>links nach rechts</translation>
    </message>
    <message>
        <source>Lengths were converted to mm from another unit.</source>
        <translation>Längen wurden aus einer anderen Einheit in mm umgerechnet.</translation>
    </message>
    <message>
        <source>lesion</source>
        <translation>Läsion</translation>
    </message>
    <message>
        <source>Lesion F1</source>
        <translation>Läsions-F1</translation>
    </message>
    <message>
        <source>Lesion precision</source>
        <translation>Läsions-Präzision</translation>
    </message>
    <message>
        <source>Lesion recall</source>
        <translation>Läsions-Recall</translation>
    </message>
    <message>
        <source>Lesions are 26-connected components. A reference lesion is found if at least one of its voxels is predicted; a predicted component that touches no reference lesion is false. Recall is the share of reference lesions found, precision the share of predicted components that touch one, F1 their harmonic mean.</source>
        <translation>Läsionen sind 26-zusammenhängende Komponenten. Eine Referenzläsion ist gefunden, wenn mindestens eines ihrer Voxel vorhergesagt ist; eine vorhergesagte Komponente, die keine Referenzläsion berührt, ist falsch. Recall ist der Anteil gefundener Referenzläsionen, Präzision der Anteil vorhergesagter Komponenten, die eine berühren, F1 ihr harmonisches Mittel.</translation>
    </message>
    <message>
        <source>less contrast</source>
        <translation>weniger Kontrast</translation>
    </message>
    <message>
        <source>let it end with {endings}</source>
        <translation>bitte mit {endings} enden lassen</translation>
    </message>
    <message>
        <source>lie in another direction than {display_name} of the same series</source>
        <translation>liegen in anderer Richtung als {display_name} derselben Serie</translation>
    </message>
    <message>
        <source>lies in an unknown space, &quot;{space}&quot;</source>
        <translation>liegt in einem unbekannten Raum, „{space}“</translation>
    </message>
    <message>
        <source>lies in another direction than {display_name} of the same series</source>
        <translation>liegt in anderer Richtung als {display_name} derselben Serie</translation>
    </message>
    <message>
        <source>lies in another space than the open scan (frames of reference differ)</source>
        <translation>liegt in einem anderen Raum als die geöffnete Aufnahme (die Bezugssysteme unterscheiden sich)</translation>
    </message>
    <message>
        <source>lies in the data set that is to be repaired</source>
        <translation>liegt in dem Datensatz, der repariert werden soll</translation>
    </message>
    <message>
        <source>lies on another grid than its scan ({differences})</source>
        <translation>liegt auf einem anderen Gitter als seine Aufnahme ({differences})</translation>
    </message>
    <message>
        <source>lies on another grid than {display_name}: {list}</source>
        <translation>liegt auf einem anderen Gitter als {display_name}: {list}</translation>
    </message>
    <message>
        <source>Listing {display_name}: {found} files</source>
        <translation>{display_name} wird aufgelistet: {found} Dateien</translation>
    </message>
    <message>
        <source>lists a file under an impossible name</source>
        <translation>führt eine Datei unter einem unmöglichen Namen auf</translation>
    </message>
    <message>
        <source>lists a picture without its file</source>
        <translation>führt ein Bild ohne seine Datei auf</translation>
    </message>
    <message>
        <source>lists no files beside it{left}</source>
        <translation>führt keine Dateien daneben auf{left}</translation>
    </message>
    <message>
        <source>liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>Longest step a batch may ask for; 0: any</source>
        <translation>Längster Schritt, den ein Batch verlangen darf; 0: beliebig</translation>
    </message>
    <message>
        <source>Look at both. If it is one person, choose both for validation or neither; otherwise scores are too good.</source>
        <translation>Bitte beide ansehen. Ist es eine Person, beide für die Validierung wählen oder keine; sonst sind die Werte zu gut.</translation>
    </message>
    <message>
        <source>Look at each slice mirrored as well and average (twice the time)</source>
        <translation>Jede Schicht auch gespiegelt ansehen und mitteln (doppelte Zeit)</translation>
    </message>
    <message>
        <source>look at it again</source>
        <translation>bitte erneut ansehen</translation>
    </message>
    <message>
        <source>look at these slices, or start again with a learning_rate below {learning_rate}; the last good state is kept</source>
        <translation>bitte diese Schichten ansehen oder mit einer learning_rate unter {learning_rate} neu beginnen; der letzte gute Stand ist aufbewahrt</translation>
    </message>
    <message>
        <source>look into the system&apos;s trash</source>
        <translation>bitte im Papierkorb des Systems nachsehen</translation>
    </message>
    <message>
        <source>Look whether its masks survive image_size: small things vanish when slices shrink.</source>
        <translation>Bitte ansehen, ob die Masken image_size überstehen: Kleines verschwindet, wenn Schichten schrumpfen.</translation>
    </message>
    <message>
        <source>Look whether masks lie on their scans (check the data set). If they do, try learning_rate {other_rate} (now {learning_rate}).</source>
        <translation>Bitte ansehen, ob die Masken auf ihren Aufnahmen liegen (Datensatz prüfen). Wenn ja, learning_rate {other_rate} versuchen (jetzt {learning_rate}).</translation>
    </message>
    <message>
        <source>Look whether masks lie on their scans (check the data set); if they do, start again with learning_rate {rounded}.</source>
        <translation>Bitte ansehen, ob die Masken auf ihren Aufnahmen liegen (Datensatz prüfen); wenn ja, neu beginnen mit learning_rate {rounded}.</translation>
    </message>
    <message>
        <source>Looking at {display_name}</source>
        <translation>{display_name} wird angesehen</translation>
    </message>
    <message>
        <source>Looking through {name}: {index} of {files} files, {dicom_files} DICOM</source>
        <translation>{name} wird durchsucht: {index} von {files} Dateien, {dicom_files} DICOM</translation>
    </message>
    <message>
        <source>looks like colours, {counts} found, which does not say what label is meant</source>
        <translation>sieht nach Farben aus ({counts} gefunden), was nicht sagt, welches Label gemeint ist</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Low resolution</source>
        <translation>Niedrige Auflösung</translation>
    </message>
    <message>
        <source>Lower rotation_deg, scale and elastic, or raise image_size.</source>
        <translation>rotation_deg, scale und elastic senken oder image_size erhöhen.</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>lymph node</source>
        <translation>Lymphknoten</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>make a new split</source>
        <translation>bitte eine neue Aufteilung machen</translation>
    </message>
    <message>
        <source>make one with unet-core plan --out</source>
        <translation>bitte einen mit unet-core plan --out machen</translation>
    </message>
    <message>
        <source>make space on the disk and continue the run</source>
        <translation>bitte Platz auf dem Datenträger schaffen und den Lauf fortsetzen</translation>
    </message>
    <message>
        <source>make space on the disk that holds the runs, or choose another folder for runs</source>
        <translation>bitte Platz auf dem Datenträger der Läufe schaffen oder einen anderen Ordner für Läufe wählen</translation>
    </message>
    <message>
        <source>make space or choose another disk</source>
        <translation>bitte Platz schaffen oder einen anderen Datenträger wählen</translation>
    </message>
    <message>
        <source>make space or choose another folder for runs</source>
        <translation>bitte Platz schaffen oder einen anderen Ordner für Läufe wählen</translation>
    </message>
    <message>
        <source>make the ensemble again with cross-validation, or choose one model.safetensors</source>
        <translation>bitte das Ensemble mit der Kreuzvalidierung neu erstellen oder eine model.safetensors wählen</translation>
    </message>
    <message>
        <source>make the plan again</source>
        <translation>bitte den Plan neu machen</translation>
    </message>
    <message>
        <source>make the split anew</source>
        <translation>bitte die Aufteilung neu machen</translation>
    </message>
    <message>
        <source>Masks of other organs are left out: {shown}.</source>
        <translation>Masken anderer Organe werden weggelassen: {shown}.</translation>
    </message>
    <message>
        <source>Masks with soft or JPEG edges: count above half as label</source>
        <translation>Masken mit weichen oder JPEG-Rändern: über der Hälfte zählt als Label</translation>
    </message>
    <message>
        <source>mass</source>
        <translation>Raumforderung</translation>
    </message>
    <message>
        <source>Max channels</source>
        <translation>Höchste Kanalzahl</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>measure the data again</source>
        <translation>bitte die Daten erneut vermessen</translation>
    </message>
    <message>
        <source>Measured on this computer when a run begins. {precision_reason}</source>
        <translation>Wird auf diesem Computer zu Beginn eines Laufs gemessen. {precision_reason}</translation>
    </message>
    <message>
        <source>mend what is named above</source>
        <translation>bitte beheben, was oben genannt ist</translation>
    </message>
    <message>
        <source>met an unforeseen error ({name}{place})</source>
        <translation>traf auf einen unvorhergesehenen Fehler ({name}{place})</translation>
    </message>
    <message>
        <source>Micro batch</source>
        <translation>Teilbatch</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln beim Vorhersagen</translation>
    </message>
    <message>
        <source>Mirror {mirror_words}</source>
        <translation>Spiegeln: {mirror_words}</translation>
    </message>
    <message>
        <source>Mirrored {words}, its outline fits the scan: {best} against {fit}.</source>
        <translation>Gespiegelt ({words}) passt der Umriss zur Aufnahme: {best} gegen {fit}.</translation>
    </message>
    <message>
        <source>misses {sum} of {sum_2} slices: {listed} and {size} more gaps, where {step} mm is usual</source>
        <translation>es fehlen {sum} von {sum_2} Schichten: {listed} und {size} weitere Lücken, wo {step} mm üblich sind</translation>
    </message>
    <message>
        <source>misses {sum} of {sum_2} slices: {listed}, where {step} mm is usual</source>
        <translation>es fehlen {sum} von {sum_2} Schichten: {listed}, wo {step} mm üblich sind</translation>
    </message>
    <message>
        <source>mixes {counted} {what} in one series ({odd_ones})</source>
        <translation>mischt {counted} {what} in einer Serie ({odd_ones})</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>model.{key}</source>
        <translation>model.{key}</translation>
    </message>
    <message>
        <source>Model: {networks}, {parameters} parameters, {size}</source>
        <translation>Modell: {networks}, {parameters} Parameter, {size}</translation>
    </message>
    <message>
        <source>more contrast</source>
        <translation>mehr Kontrast</translation>
    </message>
    <message>
        <source>More does not fit into {limit} of memory.</source>
        <translation>Mehr passt nicht in {limit} Speicher.</translation>
    </message>
    <message>
        <source>more patients are worth it</source>
        <translation>mehr Patienten lohnen sich</translation>
    </message>
    <message>
        <source>more patients of the same kind would hardly help</source>
        <translation>mehr Patienten derselben Art würden kaum helfen</translation>
    </message>
    <message>
        <source>move a patient to Training</source>
        <translation>bitte einen Patienten ins Training verschieben</translation>
    </message>
    <message>
        <source>move a patient to Validation</source>
        <translation>bitte einen Patienten in die Validierung verschieben</translation>
    </message>
    <message>
        <source>MR scan</source>
        <translation>MR-Aufnahme</translation>
    </message>
    <message>
        <source>muscle</source>
        <translation>Muskel</translation>
    </message>
    <message>
        <source>name a run to resume</source>
        <translation>bitte einen Lauf zum Fortsetzen nennen</translation>
    </message>
    <message>
        <source>name not allowed</source>
        <translation>Name nicht erlaubt</translation>
    </message>
    <message>
        <source>name one of the folders images and the other masks</source>
        <translation>bitte einen der Ordner images und den anderen masks nennen</translation>
    </message>
    <message>
        <source>name the run again</source>
        <translation>bitte den Lauf erneut benennen</translation>
    </message>
    <message>
        <source>name too long</source>
        <translation>Name zu lang</translation>
    </message>
    <message>
        <source>name two cases or more: 00,01; 05,06</source>
        <translation>bitte zwei oder mehr Fälle nennen: 00,01; 05,06</translation>
    </message>
    <message>
        <source>names a data file outside its own folder</source>
        <translation>nennt eine Datendatei außerhalb des eigenen Ordners</translation>
    </message>
    <message>
        <source>names a folder that is not on this computer</source>
        <translation>nennt einen Ordner, der nicht auf diesem Computer ist</translation>
    </message>
    <message>
        <source>names a model outside its own folder</source>
        <translation>nennt ein Modell außerhalb des eigenen Ordners</translation>
    </message>
    <message>
        <source>names a series that is not here</source>
        <translation>nennt eine Serie, die nicht hier ist</translation>
    </message>
    <message>
        <source>names are the same but for {shown}</source>
        <translation>Namen sind gleich bis auf {shown}</translation>
    </message>
    <message>
        <source>names case {unknown}, which is not in the data set</source>
        <translation>nennt Fall {unknown}, der nicht im Datensatz ist</translation>
    </message>
    <message>
        <source>Names differ, so pairs were made by number: {example}</source>
        <translation>Die Namen unterscheiden sich, Paare wurden daher nach Nummern gebildet: {example}</translation>
    </message>
    <message>
        <source>Names do not tell persons apart: each of {patients} cases counts as a patient of its own, and scores are too good if some are of one person.</source>
        <translation>Die Namen unterscheiden keine Personen: jeder von {patients} Fällen zählt als eigener Patient, und die Werte sind zu gut, wenn einige von einer Person sind.</translation>
    </message>
    <message>
        <source>names itself as its data file</source>
        <translation>nennt sich selbst als Datendatei</translation>
    </message>
    <message>
        <source>names no two folders</source>
        <translation>nennt keine zwei Ordner</translation>
    </message>
    <message>
        <source>names no {role}</source>
        <translation>nennt nicht: {role}</translation>
    </message>
    <message>
        <source>names region {number} twice</source>
        <translation>nennt die Region {number} zweimal</translation>
    </message>
    <message>
        <source>names segments of layers that it does not hold</source>
        <translation>nennt Segmente von Ebenen, die es nicht enthält</translation>
    </message>
    <message>
        <source>Names too alike to tell apart were left out: {listed}.</source>
        <translation>Namen, die zu ähnlich sind, um sie zu unterscheiden, wurden weggelassen: {listed}.</translation>
    </message>
    <message>
        <source>names {group} alone</source>
        <translation>nennt {group} allein</translation>
    </message>
    <message>
        <source>nearly the same (batch norm sees fewer slices)</source>
        <translation>fast dasselbe (Batch-Norm sieht weniger Schichten)</translation>
    </message>
    <message>
        <source>nearly the same (overlap is taken over fewer slices)</source>
        <translation>fast dasselbe (die Überlappung wird über weniger Schichten genommen)</translation>
    </message>
    <message>
        <source>necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>needs a run with a finished epoch</source>
        <translation>braucht einen Lauf mit einer fertigen Epoche</translation>
    </message>
    <message>
        <source>needs a second folder</source>
        <translation>braucht einen zweiten Ordner</translation>
    </message>
    <message>
        <source>needs about {least_mb} GB even for one slice at a time</source>
        <translation>braucht etwa {least_mb} GB schon für eine Schicht auf einmal</translation>
    </message>
    <message>
        <source>needs OpenGL 3.2, which this computer does not offer</source>
        <translation>braucht OpenGL 3.2, das dieser Computer nicht bietet</translation>
    </message>
    <message>
        <source>needs patients that are kept aside whole, and here slices are</source>
        <translation>braucht Patienten, die als Ganzes zurückgehalten werden, hier sind es Schichten</translation>
    </message>
    <message>
        <source>needs VTK, which is not installed whole</source>
        <translation>braucht VTK, das nicht vollständig installiert ist</translation>
    </message>
    <message>
        <source>needs {base_mb} GB before there is a network</source>
        <translation>braucht {base_mb} GB, noch bevor es ein Netz gibt</translation>
    </message>
    <message>
        <source>needs {fewest_patients} patients to learn from, and there are {groups}</source>
        <translation>braucht {fewest_patients} Patienten zum Lernen, und es gibt {groups}</translation>
    </message>
    <message>
        <source>needs {memory_mb} GB of memory to read the largest scans, more than the {limit_mb} GB {limit_words}</source>
        <translation>braucht {memory_mb} GB Speicher zum Lesen der größten Aufnahmen, mehr als die {limit_mb} GB {limit_words}</translation>
    </message>
    <message>
        <source>needs {shown}, which is not beside it</source>
        <translation>braucht {shown}, was nicht daneben liegt</translation>
    </message>
    <message>
        <source>needs {unpacked} GB to unpack</source>
        <translation>braucht {unpacked} GB zum Entpacken</translation>
    </message>
    <message>
        <source>neighbours: slices above and below too; repeat: the same slice</source>
        <translation>neighbours: auch die Schichten darüber und darunter; repeat: dieselbe Schicht</translation>
    </message>
    <message>
        <source>nests data more than {deepest_nesting} deep</source>
        <translation>verschachtelt Daten tiefer als {deepest_nesting}</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>NIfTI, packed</source>
        <translation>NIfTI, gepackt</translation>
    </message>
    <message>
        <source>No artificial tumours are drawn: that needs both liver and tumour among what is learned.</source>
        <translation>Keine künstlichen Tumoren werden gezeichnet: das braucht Leber und Tumor unter dem, was gelernt wird.</translation>
    </message>
    <message>
        <source>No case of this data set holds a single label, so there is nothing to learn; choose the masks that belong to these scans.</source>
        <translation>Kein Fall dieses Datensatzes enthält auch nur ein Label, es gibt also nichts zu lernen; bitte die Masken wählen, die zu diesen Aufnahmen gehören.</translation>
    </message>
    <message>
        <source>no DICOM</source>
        <translation>kein DICOM</translation>
    </message>
    <message>
        <source>no exit code</source>
        <translation>kein Rückgabewert</translation>
    </message>
    <message>
        <source>No fault was found, but there is too little to tell whether mask and scan fit.</source>
        <translation>Kein Fehler wurde gefunden, aber es gibt zu wenig, um zu sagen, ob Maske und Aufnahme passen.</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>No gain for {rounds} rounds: mean Dice was {before} at best before and {lately} at best since.</source>
        <translation>Kein Gewinn seit {rounds} Runden: der mittlere Dice war vorher höchstens {before} und seither höchstens {lately}.</translation>
    </message>
    <message>
        <source>No label is smaller than it stays at {size} of the scans&apos; {native} pixels.</source>
        <translation>Kein Label ist kleiner, als dass es bei {size} der {native} Pixel der Aufnahmen bliebe.</translation>
    </message>
    <message>
        <source>No lesion was missed ({real} of {real} found).</source>
        <translation>Keine Läsion wurde übersehen ({real} von {real} gefunden).</translation>
    </message>
    <message>
        <source>no liver label to draw them into</source>
        <translation>kein Leberlabel, in das sie gezeichnet werden könnten</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>no photometric interpretation</source>
        <translation>keine photometrische Interpretation</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>kein Bild</translation>
    </message>
    <message>
        <source>No picture of this batch shows {name}: the network learns nothing of it here. If that is so in most batches, switch on balancing or artificial tumours.</source>
        <translation>Kein Bild dieses Batches zeigt {name}: das Netz lernt hier nichts davon. Ist das in den meisten Batches so, Ausgleich oder künstliche Tumoren einschalten.</translation>
    </message>
    <message>
        <source>no segment</source>
        <translation>kein Segment</translation>
    </message>
    <message>
        <source>No state was saved.</source>
        <translation>Kein Stand wurde gespeichert.</translation>
    </message>
    <message>
        <source>No time limit was given. Each of {train_slices} slices is drawn about {times} times, each time changed at random; {patience} rounds without gain end it earlier.</source>
        <translation>Keine Zeitgrenze wurde gegeben. Jede von {train_slices} Schichten wird etwa {times} Mal gezogen, jedes Mal zufällig verändert; {patience} Runden ohne Gewinn beenden es früher.</translation>
    </message>
    <message>
        <source>No training case holds {name} at {image_size} pixels: it cannot be learned.</source>
        <translation>Kein Trainingsfall enthält {name} bei {image_size} Pixeln: es kann nicht gelernt werden.</translation>
    </message>
    <message>
        <source>No training case holds {name}: it is learned from artificial ones alone.</source>
        <translation>Kein Trainingsfall enthält {name}: es wird nur von künstlichen gelernt.</translation>
    </message>
    <message>
        <source>no tumours</source>
        <translation>keine Tumoren</translation>
    </message>
    <message>
        <source>no tumours of fewer than {smallest_lesion} voxels</source>
        <translation>keine Tumoren mit weniger als {smallest_lesion} Voxeln</translation>
    </message>
    <message>
        <source>No {list} was found in the last {values} rounds, though the masks of {listed} hold {expected} voxels of it.</source>
        <translation>{list} wurde in den letzten {values} Runden nicht gefunden, obwohl die Masken von {listed} {expected} Voxel davon enthalten.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>none at any size</source>
        <translation>keine bei irgendeiner Größe</translation>
    </message>
    <message>
        <source>none does</source>
        <translation>keiner es tut</translation>
    </message>
    <message>
        <source>none from {kept}</source>
        <translation>keine ab {kept}</translation>
    </message>
    <message>
        <source>None of the patients learned from ({listed}) has any {label}: the network cannot learn it.</source>
        <translation>Keiner der Patienten, von denen gelernt wird ({listed}), hat {label}: das Netz kann es nicht lernen.</translation>
    </message>
    <message>
        <source>None of the patients that are scored ({listed}) has any {label}: its Dice stays n/a, or counts only what is wrongly found.</source>
        <translation>Keiner der bewerteten Patienten ({listed}) hat {label}: der Dice bleibt n/a oder zählt nur, was fälschlich gefunden wird.</translation>
    </message>
    <message>
        <source>none of your tumours</source>
        <translation>keiner Ihrer Tumoren</translation>
    </message>
    <message>
        <source>none of {pairs} cases</source>
        <translation>keiner von {pairs} Fällen</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Normierung</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>not enough memory</translation>
    </message>
    <message>
        <source>Not measured, as it would have taken longer than {budget_s} s in all: {ways}.</source>
        <translation>Nicht gemessen, da es insgesamt länger als {budget_s} s gedauert hätte: {ways}.</translation>
    </message>
    <message>
        <source>not noted: the file is from before Slicewise kept them</source>
        <translation>nicht vermerkt: die Datei stammt aus der Zeit, bevor Slicewise sie festhielt</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>Not used: {list} and {paths} more, which {reason}.</source>
        <translation>Nicht verwendet: {list} und {paths} weitere, Grund: {reason}.</translation>
    </message>
    <message>
        <source>Not used: {list}, which {reason}.</source>
        <translation>Nicht verwendet: {list}, Grund: {reason}.</translation>
    </message>
    <message>
        <source>not what was written</source>
        <translation>nicht, was geschrieben wurde</translation>
    </message>
    <message>
        <source>Nothing comes across at {sizes} pixels: detail of that size is lost on the way down.</source>
        <translation>Bei {sizes} Pixeln kommt nichts herüber: Einzelheiten dieser Größe gehen auf dem Weg nach unten verloren.</translation>
    </message>
    <message>
        <source>Nothing is clearly faster here: three layers take {times}.</source>
        <translation>Nichts ist hier deutlich schneller: drei Schichten des Netzes brauchen {times}.</translation>
    </message>
    <message>
        <source>Nothing moves: the training loss was {losses} in the first round and is {losses_2} after {losses_3}, with a learning rate of {rate}.</source>
        <translation>Nichts bewegt sich: der Trainingsverlust war {losses} in der ersten Runde und ist {losses_2} nach {losses_3}, bei einer Lernrate von {rate}.</translation>
    </message>
    <message>
        <source>Nothing that is known here would mend it.</source>
        <translation>Nichts, was hier bekannt ist, würde es beheben.</translation>
    </message>
    <message>
        <source>number images and masks alike</source>
        <translation>bitte Bilder und Masken gleich nummerieren</translation>
    </message>
    <message>
        <source>oedema</source>
        <translation>Ödem</translation>
    </message>
    <message>
        <source>oesophagus</source>
        <translation>Ösophagus</translation>
    </message>
    <message>
        <source>of 255</source>
        <translation>von 255</translation>
    </message>
    <message>
        <source>of the split is not in the data set</source>
        <translation>der Aufteilung ist nicht im Datensatz</translation>
    </message>
    <message>
        <source>of unknown distance</source>
        <translation>in unbekanntem Abstand</translation>
    </message>
    <message>
        <source>of {width} x {height} pixels shrinks to a single pixel inside the network</source>
        <translation>von {width} x {height} Pixeln schrumpft im Netz auf einen einzigen Pixel</translation>
    </message>
    <message>
        <source>Older saved states of this run could not be removed; the disk may fill up.</source>
        <translation>Ältere gespeicherte Stände dieses Laufs konnten nicht entfernt werden; der Datenträger kann sich füllen.</translation>
    </message>
    <message>
        <source>On {names} the mask fills most of the picture: background may be marked as a label.</source>
        <translation>Auf {names} füllt die Maske den größten Teil des Bildes: Hintergrund ist vielleicht als Label markiert.</translation>
    </message>
    <message>
        <source>On {names} the mask lies on black, outside the body: scan and mask may be shifted or mirrored against each other. Check the pairs of the data set.</source>
        <translation>Auf {names} liegt die Maske auf Schwarz, außerhalb des Körpers: Aufnahme und Maske sind vielleicht gegeneinander verschoben oder gespiegelt. Bitte die Paare des Datensatzes prüfen.</translation>
    </message>
    <message>
        <source>On {region} the readers agree with a median Dice of {median} (middle half {low} to {high}, {cases}{reach}).</source>
        <translation>Bei {region} stimmen die Befunder mit einem medianen Dice von {median} überein (mittlere Hälfte {low} bis {high}, {cases}{reach}).</translation>
    </message>
    <message>
        <source>One network looks at the whole slice</source>
        <translation>Ein Netz sieht die ganze Schicht an</translation>
    </message>
    <message>
        <source>one, at whole slices</source>
        <translation>eines, an ganzen Schichten</translation>
    </message>
    <message>
        <source>Only channel 0000{called} is used, not {listed}.</source>
        <translation>Nur Kanal 0000{called} wird verwendet, nicht {listed}.</translation>
    </message>
    <message>
        <source>only the largest liver</source>
        <translation>nur die größte Leber</translation>
    </message>
    <message>
        <source>only the number {list} is the same</source>
        <translation>nur die Nummer {list} ist dieselbe</translation>
    </message>
    <message>
        <source>only tumours that touch the liver</source>
        <translation>nur Tumoren, die die Leber berühren</translation>
    </message>
    <message>
        <source>only {count}</source>
        <translation>nur {count}</translation>
    </message>
    <message>
        <source>Only {losses} batch was learned from in the time there was.</source>
        <translation>In der verfügbaren Zeit wurde nur von {losses} Batch gelernt.</translation>
    </message>
    <message>
        <source>Only {persons} persons: the confidence intervals are rather too narrow than too wide.</source>
        <translation>Nur {persons} Personen: die Konfidenzintervalle sind eher zu schmal als zu breit.</translation>
    </message>
    <message>
        <source>Only {rounds} of {round_s} min fit into {minutes} min, so the best model is chosen among very few.</source>
        <translation>Nur {rounds} von {round_s} min passen in {minutes} min, das beste Modell wird also unter sehr wenigen gewählt.</translation>
    </message>
    <message>
        <source>Only {share} of {volume} is neither black nor white in the window of the model ({window}); a scan of the abdomen has {least_grey_share} and more.</source>
        <translation>Nur {share} von {volume} sind im Fenster des Modells ({window}) weder schwarz noch weiß; eine Aufnahme des Abdomens hat {least_grey_share} und mehr.</translation>
    </message>
    <message>
        <source>open a series of three slices or more</source>
        <translation>bitte eine Serie mit drei oder mehr Schichten öffnen</translation>
    </message>
    <message>
        <source>open a smaller picture</source>
        <translation>bitte ein kleineres Bild öffnen</translation>
    </message>
    <message>
        <source>open a smaller scan</source>
        <translation>bitte eine kleinere Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Open all, the smaller label on top</source>
        <translation>Alle öffnen, das kleinere Label oben</translation>
    </message>
    <message>
        <source>Open as a stack without true distances</source>
        <translation>Als Stapel ohne wahre Abstände öffnen</translation>
    </message>
    <message>
        <source>open it again</source>
        <translation>bitte erneut öffnen</translation>
    </message>
    <message>
        <source>open it alone</source>
        <translation>bitte allein öffnen</translation>
    </message>
    <message>
        <source>open it as a scan</source>
        <translation>bitte als Aufnahme öffnen</translation>
    </message>
    <message>
        <source>open it as the mask of its scan</source>
        <translation>bitte als Maske ihrer Aufnahme öffnen</translation>
    </message>
    <message>
        <source>open it as what it is</source>
        <translation>bitte als das öffnen, was es ist</translation>
    </message>
    <message>
        <source>open it by itself, choose, and save it as a mask of one label a voxel</source>
        <translation>bitte für sich öffnen, wählen und als Maske mit einem Label je Voxel speichern</translation>
    </message>
    <message>
        <source>open it without choosing a part</source>
        <translation>bitte ohne Wahl eines Teils öffnen</translation>
    </message>
    <message>
        <source>Open its brightness</source>
        <translation>Die Helligkeit öffnen</translation>
    </message>
    <message>
        <source>open its folder instead</source>
        <translation>bitte stattdessen den Ordner öffnen</translation>
    </message>
    <message>
        <source>open its scan first</source>
        <translation>bitte zuerst die Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Open its {colour} channel</source>
        <translation>Den Kanal {colour} öffnen</translation>
    </message>
    <message>
        <source>Open layer {number}: {listed}</source>
        <translation>Ebene {number} öffnen: {listed}</translation>
    </message>
    <message>
        <source>open NIfTI, NRRD, MetaImage, DICOM, PNG, TIFF or JPEG</source>
        <translation>bitte NIfTI, NRRD, MetaImage, DICOM, PNG, TIFF oder JPEG öffnen</translation>
    </message>
    <message>
        <source>Open only {shown}</source>
        <translation>Nur {shown} öffnen</translation>
    </message>
    <message>
        <source>Open picture {i} alone</source>
        <translation>Bild {i} allein öffnen</translation>
    </message>
    <message>
        <source>Open straightened</source>
        <translation>Begradigt öffnen</translation>
    </message>
    <message>
        <source>open that scan first, or {not_as_dicom}</source>
        <translation>bitte zuerst diese Aufnahme öffnen, oder {not_as_dicom}</translation>
    </message>
    <message>
        <source>open the folder of the scan</source>
        <translation>bitte den Ordner der Aufnahme öffnen</translation>
    </message>
    <message>
        <source>open the scan again</source>
        <translation>bitte die Aufnahme erneut öffnen</translation>
    </message>
    <message>
        <source>open the scan it was drawn on first</source>
        <translation>bitte zuerst die Aufnahme öffnen, auf der es gezeichnet wurde</translation>
    </message>
    <message>
        <source>open the scan it was drawn on first, then this</source>
        <translation>bitte zuerst die Aufnahme öffnen, auf der es gezeichnet wurde, dann dies</translation>
    </message>
    <message>
        <source>open the scan it was drawn on, or export it again</source>
        <translation>bitte die Aufnahme öffnen, auf der es gezeichnet wurde, oder neu exportieren</translation>
    </message>
    <message>
        <source>Open {noun} {n} of {count}</source>
        <translation>{noun} {n} von {count} öffnen</translation>
    </message>
    <message>
        <source>open {shown}</source>
        <translation>bitte {shown} öffnen</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Options are tried one after the other, the most gainful first. One is used if it raises the mean case Dice by at least {least_gain} over the options before it, makes more patients better than worse, lowers the mean of no label, and takes away more false lesions than found ones wherever it takes away lesions. For this comparison alone, a patient rightly left without a label counts as 1.</source>
        <translation>Die Möglichkeiten werden nacheinander versucht, die gewinnbringendste zuerst. Eine wird verwendet, wenn sie den mittleren Fall-Dice um mindestens {least_gain} über die Möglichkeiten vor ihr hebt, mehr Patienten besser als schlechter macht, das Mittel keines Labels senkt und, wo immer sie Läsionen wegnimmt, mehr falsche als gefundene wegnimmt. Nur für diesen Vergleich zählt ein zu Recht ohne Label gelassener Patient als 1.</translation>
    </message>
    <message>
        <source>or take it out of the data set</source>
        <translation>oder ihn aus dem Datensatz nehmen</translation>
    </message>
    <message>
        <source>origin {mm} against {mm_2} mm</source>
        <translation>Ursprung {mm} gegen {mm_2} mm</translation>
    </message>
    <message>
        <source>Other programs kept the processor busy while the network was tried out: times are too long. Plan again when the computer is quiet.</source>
        <translation>Andere Programme hielten den Prozessor beschäftigt, während das Netz ausprobiert wurde: die Zeiten sind zu lang. Bitte erneut planen, wenn der Computer ruhig ist.</translation>
    </message>
    <message>
        <source>Other programs were busy while a batch was timed, so rounds are as long as usual. The learning rate falls to zero as the time ends.</source>
        <translation>Andere Programme waren beschäftigt, während ein Batch gestoppt wurde, die Runden sind daher so lang wie üblich. Die Lernrate fällt auf null, wenn die Zeit endet.</translation>
    </message>
    <message>
        <source>Out channels</source>
        <translation>Ausgangskanäle</translation>
    </message>
    <message>
        <source>Outlines are n/a in {cases} without a scale.</source>
        <translation>Umrisse sind n/a in {cases} ohne Maßstab.</translation>
    </message>
    <message>
        <source>Outlines can follow the organ to about {mm} mm (the grid of the finest skip), within the {limit} mm that the surface Dice forgives.</source>
        <translation>Umrisse können dem Organ auf etwa {mm} mm folgen (das Gitter der feinsten Sprungverbindung), innerhalb der {limit} mm, die der Oberflächen-Dice verzeiht.</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>outside it</source>
        <translation>außerhalb davon</translation>
    </message>
    <message>
        <source>ovary</source>
        <translation>Ovar</translation>
    </message>
    <message>
        <source>Packed pictures and their headers disagree about negative numbers: the headers were believed.</source>
        <translation>Gepackte Bilder und ihre Dateiköpfe sind sich über negative Zahlen uneins: den Dateiköpfen wurde geglaubt.</translation>
    </message>
    <message>
        <source>pad keeps proportions; stretch ignores them</source>
        <translation>pad erhält die Proportionen; stretch missachtet sie</translation>
    </message>
    <message>
        <source>pancreas</source>
        <translation>Pankreas</translation>
    </message>
    <message>
        <source>pass {count}</source>
        <translation>Durchgang {count}</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>patient {patient}</source>
        <translation>Patient {patient}</translation>
    </message>
    <message>
        <source>patient: nobody is in both sets; slice: mixes patients, scores are too good</source>
        <translation>patient: niemand ist in beiden Mengen; slice: mischt Patienten, die Werte sind zu gut</translation>
    </message>
    <message>
        <source>person of {group}</source>
        <translation>Person von {group}</translation>
    </message>
    <message>
        <source>phase {i}</source>
        <translation>Phase {i}</translation>
    </message>
    <message>
        <source>picture does</source>
        <translation>Bild sagt</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>picture sizes</source>
        <translation>Bildgrößen</translation>
    </message>
    <message>
        <source>pictures do</source>
        <translation>Bilder sagen</translation>
    </message>
    <message>
        <source>Pictures given to the network for each slice</source>
        <translation>Bilder, die das Netz je Schicht bekommt</translation>
    </message>
    <message>
        <source>Pictures have no voxel size: sizes in mm and ml are not shown.</source>
        <translation>Bilder haben keine Voxelgröße: Größen in mm und ml werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>pixel spacing</source>
        <translation>Pixelabstand</translation>
    </message>
    <message>
        <source>pixels of {case_id}</source>
        <translation>Pixel von {case_id}</translation>
    </message>
    <message>
        <source>Place it by its qform ({axes_of})</source>
        <translation>Nach der qform legen ({axes_of})</translation>
    </message>
    <message>
        <source>Place it by its sform ({axes_of})</source>
        <translation>Nach der sform legen ({axes_of})</translation>
    </message>
    <message>
        <source>places its voxels in two ways, {furthest} mm apart (qform and sform)</source>
        <translation>legt seine Voxel auf zwei Arten, {furthest} mm auseinander (qform und sform)</translation>
    </message>
    <message>
        <source>Places no slice covers hold {edge}.</source>
        <translation>Stellen, die keine Schicht abdeckt, enthalten {edge}.</translation>
    </message>
    <message>
        <source>Places outside the scan hold {value}, the file&apos;s padding value.</source>
        <translation>Stellen außerhalb der Aufnahme enthalten {value}, den Füllwert der Datei.</translation>
    </message>
    <message>
        <source>plain: two convolutions a level; residual: with a shortcut around them</source>
        <translation>plain: zwei Faltungen je Ebene; residual: mit einer Abkürzung darum herum</translation>
    </message>
    <message>
        <source>pleural effusion</source>
        <translation>Pleuraerguss</translation>
    </message>
    <message>
        <source>portal vein</source>
        <translation>Pfortader</translation>
    </message>
    <message>
        <source>Post-processing</source>
        <translation>Nachverarbeitung</translation>
    </message>
    <message>
        <source>Post-processing {case_id}</source>
        <translation>{case_id} wird nachbearbeitet</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Predicting with the saved model</source>
        <translation>Mit dem gespeicherten Modell wird vorhergesagt</translation>
    </message>
    <message>
        <source>Predicting {case_id}: {share}</source>
        <translation>{case_id} wird vorhergesagt: {share}</translation>
    </message>
    <message>
        <source>Predicting {volume}</source>
        <translation>{volume} wird vorhergesagt</translation>
    </message>
    <message>
        <source>prediction ({preset}, {models} models)</source>
        <translation>Vorhersage ({preset}, {models} Modelle)</translation>
    </message>
    <message>
        <source>prediction ({preset}{epoch})</source>
        <translation>Vorhersage ({preset}{epoch})</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Preset this run started from</source>
        <translation>Voreinstellung, von der dieser Lauf ausging</translation>
    </message>
    <message>
        <source>prostate</source>
        <translation>Prostata</translation>
    </message>
    <message>
        <source>Pull of weights towards zero</source>
        <translation>Zug der Gewichte gegen null</translation>
    </message>
    <message>
        <source>put back the data it learned from</source>
        <translation>bitte die Daten zurücklegen, von denen gelernt wurde</translation>
    </message>
    <message>
        <source>put it elsewhere</source>
        <translation>bitte an anderer Stelle ablegen</translation>
    </message>
    <message>
        <source>put that one back or start a new run</source>
        <translation>bitte jenes zurücklegen oder einen neuen Lauf beginnen</translation>
    </message>
    <message>
        <source>put the data back as they were or start a new one</source>
        <translation>bitte die Daten wiederherstellen oder eine neue beginnen</translation>
    </message>
    <message>
        <source>put the data back as they were or start a new run</source>
        <translation>bitte die Daten wiederherstellen oder einen neuen Lauf beginnen</translation>
    </message>
    <message>
        <source>put the data back, or evaluate two folders instead</source>
        <translation>bitte die Daten zurücklegen oder zwei Ordner auswerten</translation>
    </message>
    <message>
        <source>put the data file beside its header</source>
        <translation>bitte die Datendatei neben ihren Dateikopf legen</translation>
    </message>
    <message>
        <source>raise image_size (now {image_size}), as small things vanish</source>
        <translation>image_size erhöhen (jetzt {image_size}), da Kleines verschwindet</translation>
    </message>
    <message>
        <source>Raise image_size, or crop to the body.</source>
        <translation>image_size erhöhen oder auf den Körper zuschneiden.</translation>
    </message>
    <message>
        <source>ran out of memory</source>
        <translation>hatte keinen Speicher mehr</translation>
    </message>
    <message>
        <source>Random bend of the grey scale, at most</source>
        <translation>Zufällige Biegung der Grauskala, höchstens</translation>
    </message>
    <message>
        <source>Random bending, at most</source>
        <translation>Zufällige Verbiegung, höchstens</translation>
    </message>
    <message>
        <source>Random blur, sigma at most</source>
        <translation>Zufällige Unschärfe, Sigma höchstens</translation>
    </message>
    <message>
        <source>Random brightness</source>
        <translation>Zufällige Helligkeit</translation>
    </message>
    <message>
        <source>Random brightness change, at most</source>
        <translation>Zufällige Helligkeitsänderung, höchstens</translation>
    </message>
    <message>
        <source>Random changes turned {had} pixels of {name} into {has}.</source>
        <translation>Zufällige Änderungen machten aus {had} Pixeln ({name}) {has}.</translation>
    </message>
    <message>
        <source>Random contrast change, at most</source>
        <translation>Zufällige Kontraständerung, höchstens</translation>
    </message>
    <message>
        <source>Random loss of detail: shrunk by at most this and enlarged again</source>
        <translation>Zufälliger Detailverlust: höchstens so weit verkleinert und wieder vergrößert</translation>
    </message>
    <message>
        <source>Random mirroring (puts the liver on the wrong side)</source>
        <translation>Zufälliges Spiegeln (legt die Leber auf die falsche Seite)</translation>
    </message>
    <message>
        <source>Random noise, standard deviation at most</source>
        <translation>Zufälliges Rauschen, Standardabweichung höchstens</translation>
    </message>
    <message>
        <source>Random size change, at most</source>
        <translation>Zufällige Größenänderung, höchstens</translation>
    </message>
    <message>
        <source>Random turn, at most</source>
        <translation>Zufällige Drehung, höchstens</translation>
    </message>
    <message>
        <source>random weights</source>
        <translation>zufällige Gewichte</translation>
    </message>
    <message>
        <source>Read its grey values, whether transparent or not</source>
        <translation>Die Grauwerte lesen, ob transparent oder nicht</translation>
    </message>
    <message>
        <source>Read its transparency as the mask</source>
        <translation>Die Transparenz als Maske lesen</translation>
    </message>
    <message>
        <source>Read {listed}</source>
        <translation>{listed} lesen</translation>
    </message>
    <message>
        <source>Reading label values</source>
        <translation>Labelwerte werden gelesen</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Das Modell wird gelesen</translation>
    </message>
    <message>
        <source>Reading the run</source>
        <translation>Der Lauf wird gelesen</translation>
    </message>
    <message>
        <source>Reading the scan</source>
        <translation>Die Aufnahme wird gelesen</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>rectum</source>
        <translation>Rektum</translation>
    </message>
    <message>
        <source>Reference and prediction are the same file.</source>
        <translation>Referenz und Vorhersage sind dieselbe Datei.</translation>
    </message>
    <message>
        <source>Region outputs need liver and tumour; {names} are learned as classes instead.</source>
        <translation>Regionsausgaben brauchen Leber und Tumor; {names} werden stattdessen als Klassen gelernt.</translation>
    </message>
    <message>
        <source>Rehearse for more minutes, or lower batch_size or image_size.</source>
        <translation>Länger proben oder batch_size oder image_size senken.</translation>
    </message>
    <message>
        <source>repair fewer or others</source>
        <translation>bitte weniger oder anderes reparieren</translation>
    </message>
    <message>
        <source>repair the pairs or choose another folder</source>
        <translation>bitte die Paare reparieren oder einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>repaired, but the record is damaged</source>
        <translation>repariert, aber das Protokoll ist beschädigt</translation>
    </message>
    <message>
        <source>Repairing {case_id}</source>
        <translation>{case_id} wird repariert</translation>
    </message>
    <message>
        <source>replace them before opening it</source>
        <translation>bitte vor dem Öffnen ersetzen</translation>
    </message>
    <message>
        <source>report this</source>
        <translation>bitte melden</translation>
    </message>
    <message>
        <source>Report this fault.</source>
        <translation>Bitte diesen Fehler melden.</translation>
    </message>
    <message>
        <source>Report this: it is a fault of the program.</source>
        <translation>Bitte melden: es ist ein Fehler des Programms.</translation>
    </message>
    <message>
        <source>resample it to a straight grid first</source>
        <translation>bitte zuerst auf ein gerades Gitter umrechnen</translation>
    </message>
    <message>
        <source>resample it to its scan first</source>
        <translation>bitte zuerst auf die Aufnahme umrechnen</translation>
    </message>
    <message>
        <source>Resample onto the scan&apos;s grid</source>
        <translation>Auf das Gitter der Aufnahme umrechnen</translation>
    </message>
    <message>
        <source>Resampled onto a straight grid as asked, {step_mm} mm from slice to slice: {how} and values in between are interpolated.</source>
        <translation>Wie gewünscht auf ein gerades Gitter umgerechnet, {step_mm} mm von Schicht zu Schicht: {how}, und Werte dazwischen sind interpoliert.</translation>
    </message>
    <message>
        <source>Resizing slices</source>
        <translation>Schichten werden skaliert</translation>
    </message>
    <message>
        <source>Reverse the slices</source>
        <translation>Die Schichten umkehren</translation>
    </message>
    <message>
        <source>rib</source>
        <translation>Rippe</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Rounds at most, without a time limit</source>
        <translation>Höchstzahl der Runden, ohne Zeitgrenze</translation>
    </message>
    <message>
        <source>row {number} of {display_name}</source>
        <translation>Zeile {number} von {display_name}</translation>
    </message>
    <message>
        <source>said: {strerror}</source>
        <translation>sagte: {strerror}</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>Dieselbe Person</translation>
    </message>
    <message>
        <source>Same seed, same run</source>
        <translation>Gleicher Startwert, gleicher Lauf</translation>
    </message>
    <message>
        <source>same {noun} {shown} {places}</source>
        <translation>gleich: {noun} {shown} {places}</translation>
    </message>
    <message>
        <source>save it again</source>
        <translation>bitte erneut speichern</translation>
    </message>
    <message>
        <source>save it as .nrrd</source>
        <translation>bitte als .nrrd speichern</translation>
    </message>
    <message>
        <source>save it as .seg.nrrd, which keeps names and colours too</source>
        <translation>bitte als .seg.nrrd speichern, das auch Namen und Farben bewahrt</translation>
    </message>
    <message>
        <source>save it as binary data</source>
        <translation>bitte als Binärdaten speichern</translation>
    </message>
    <message>
        <source>save it as CSV again</source>
        <translation>bitte erneut als CSV speichern</translation>
    </message>
    <message>
        <source>save it as CSV in UTF-8</source>
        <translation>bitte als CSV in UTF-8 speichern</translation>
    </message>
    <message>
        <source>save it as one .mha file</source>
        <translation>bitte als eine .mha-Datei speichern</translation>
    </message>
    <message>
        <source>save it as one .nrrd file</source>
        <translation>bitte als eine .nrrd-Datei speichern</translation>
    </message>
    <message>
        <source>save it in LPS</source>
        <translation>bitte in LPS speichern</translation>
    </message>
    <message>
        <source>save it with 1 for liver and 2 for tumour</source>
        <translation>bitte mit 1 für Leber und 2 für Tumor speichern</translation>
    </message>
    <message>
        <source>save it with gzip or unpacked</source>
        <translation>bitte mit gzip oder ungepackt speichern</translation>
    </message>
    <message>
        <source>save it with one whole number a label, or switch on &quot;threshold masks&quot;</source>
        <translation>bitte mit einer ganzen Zahl je Label speichern oder „Masken mit Schwelle“ einschalten</translation>
    </message>
    <message>
        <source>save it with smaller numbers</source>
        <translation>bitte mit kleineren Zahlen speichern</translation>
    </message>
    <message>
        <source>Save minutes</source>
        <translation>Speichern alle Minuten</translation>
    </message>
    <message>
        <source>save the mask as .seg.nrrd, which keeps names and colours too</source>
        <translation>bitte die Maske als .seg.nrrd speichern, das auch Namen und Farben bewahrt</translation>
    </message>
    <message>
        <source>save the mask with one whole number a label, as PNG</source>
        <translation>bitte die Maske mit einer ganzen Zahl je Label speichern, als PNG</translation>
    </message>
    <message>
        <source>save them and compare the files</source>
        <translation>bitte speichern und die Dateien vergleichen</translation>
    </message>
    <message>
        <source>save whole numbers</source>
        <translation>bitte ganze Zahlen speichern</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>{name} wird gespeichert</translation>
    </message>
    <message>
        <source>says it has {frames} frames</source>
        <translation>sagt, es habe {frames} Frames</translation>
    </message>
    <message>
        <source>says it has {frames} frames of {columns} x {rows} pixels</source>
        <translation>sagt, es habe {frames} Frames von {columns} x {rows} Pixeln</translation>
    </message>
    <message>
        <source>says it has {sides} voxels on a side</source>
        <translation>sagt, es habe {sides} Voxel auf einer Seite</translation>
    </message>
    <message>
        <source>says it has {value} dimensions</source>
        <translation>sagt, es habe {value} Dimensionen</translation>
    </message>
    <message>
        <source>says it holds {count}, more than its {present} packed bytes can</source>
        <translation>sagt, es enthalte {count}, mehr als die {present} gepackten Bytes können</translation>
    </message>
    <message>
        <source>says it holds {expected} bytes of pixels, and holds {present}</source>
        <translation>sagt, es enthalte {expected} Bytes Pixel, und enthält {present}</translation>
    </message>
    <message>
        <source>says it holds {unpacked} bytes of pixels, more than its {packed} can</source>
        <translation>sagt, es enthalte {unpacked} Bytes Pixel, mehr als die {packed} gepackten können</translation>
    </message>
    <message>
        <source>says its pixels lie where its header does</source>
        <translation>sagt, seine Pixel lägen, wo der Dateikopf liegt</translation>
    </message>
    <message>
        <source>says its voxels begin at byte {offset}</source>
        <translation>sagt, seine Voxel begännen bei Byte {offset}</translation>
    </message>
    <message>
        <source>says two things at once</source>
        <translation>sagt zweierlei zugleich</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>scales its values by a table</source>
        <translation>skaliert seine Werte mit einer Tabelle</translation>
    </message>
    <message>
        <source>scales its values by {slope} and {intercept}</source>
        <translation>skaliert seine Werte mit {slope} und {intercept}</translation>
    </message>
    <message>
        <source>Scan and mask have as many voxels.</source>
        <translation>Aufnahme und Maske haben gleich viele Voxel.</translation>
    </message>
    <message>
        <source>Scan: {scan_words}{read}</source>
        <translation>Aufnahme: {scan_words}{read}</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Scans and masks were read: {words} scored.</source>
        <translation>Aufnahmen und Masken wurden gelesen: bewertet wird: {words}.</translation>
    </message>
    <message>
        <source>Scans have {slices} slices in the middle of the set</source>
        <translation>Aufnahmen haben in der Mitte des Satzes {slices} Schichten</translation>
    </message>
    <message>
        <source>Scans have {slices} slices, {apart}: neighbours tell a vessel, which goes on, from a lesion, which ends.</source>
        <translation>Aufnahmen haben {slices} Schichten, {apart}: Nachbarn unterscheiden ein Gefäß, das weitergeht, von einer Läsion, die endet.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Scores rest on {few}: the next patient may score much better or much worse.</source>
        <translation>Die Werte beruhen auf {few}: der nächste Patient kann viel besser oder viel schlechter abschneiden.</translation>
    </message>
    <message>
        <source>Scoring the validation cases takes about {seconds} s, more than the {limit_s} s asked for: this run ends late. Choose fewer validation cases.</source>
        <translation>Die Validierungsfälle zu bewerten dauert etwa {seconds} s, mehr als die verlangten {limit_s} s: dieser Lauf endet später. Weniger Validierungsfälle wählen.</translation>
    </message>
    <message>
        <source>Scoring {case_id}</source>
        <translation>{case_id} wird bewertet</translation>
    </message>
    <message>
        <source>Second network: looks closely inside the organ&apos;s box</source>
        <translation>Zweites Netz: sieht im Rahmen des Organs genau hin</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>Sieht</translation>
    </message>
    <message>
        <source>Sees the whole picture ({pixels} px)</source>
        <translation>Sieht das ganze Bild ({pixels} px)</translation>
    </message>
    <message>
        <source>Sees {pixels} × {pixels} pixels</source>
        <translation>Sieht {pixels} × {pixels} Pixel</translation>
    </message>
    <message>
        <source>Sees {pixels} × {pixels} pixels ({mm} mm)</source>
        <translation>Sieht {pixels} × {pixels} Pixel ({mm} mm)</translation>
    </message>
    <message>
        <source>sent less than it announced</source>
        <translation>sandte weniger als angekündigt</translation>
    </message>
    <message>
        <source>separate the directions before opening it</source>
        <translation>bitte die Richtungen vor dem Öffnen trennen</translation>
    </message>
    <message>
        <source>separate them before opening it</source>
        <translation>bitte vor dem Öffnen trennen</translation>
    </message>
    <message>
        <source>set balance on</source>
        <translation>balance einschalten</translation>
    </message>
    <message>
        <source>Set balance on: every batch is then filled so that rare labels are in it.</source>
        <translation>balance einschalten: jeder Batch wird dann so gefüllt, dass seltene Labels darin sind.</translation>
    </message>
    <message>
        <source>Set batches_per_epoch to {batches} or allow more time.</source>
        <translation>batches_per_epoch auf {batches} setzen oder mehr Zeit geben.</translation>
    </message>
    <message>
        <source>Set batches_per_epoch to {batches}, or keep fewer patients for validation.</source>
        <translation>batches_per_epoch auf {batches} setzen oder weniger Patienten für die Validierung zurückhalten.</translation>
    </message>
    <message>
        <source>Set learning_rate below {learning_rate}, such as </source>
        <translation>learning_rate unter {learning_rate} setzen, etwa </translation>
    </message>
    <message>
        <source>Set micro_batch to {held} (same result, less memory) or close other programs.</source>
        <translation>micro_batch auf {held} setzen (gleiches Ergebnis, weniger Speicher) oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>set split to patient, or choose the validation patients</source>
        <translation>bitte split auf patient setzen oder die Validierungspatienten wählen</translation>
    </message>
    <message>
        <source>setting loss</source>
        <translation>Einstellung loss</translation>
    </message>
    <message>
        <source>setting window_high_hu</source>
        <translation>Einstellung window_high_hu</translation>
    </message>
    <message>
        <source>setting {key}</source>
        <translation>Einstellung {key}</translation>
    </message>
    <message>
        <source>Share kept aside for validation</source>
        <translation>Für die Validierung zurückgehaltener Anteil</translation>
    </message>
    <message>
        <source>Share of slices with artificial tumours drawn into the liver</source>
        <translation>Anteil der Schichten, in deren Leber künstliche Tumoren gezeichnet werden</translation>
    </message>
    <message>
        <source>shares slices or the patient of its DICOM files with case {case_id}, and one would be {there} while the other is {here}</source>
        <translation>teilt Schichten oder den Patienten seiner DICOM-Dateien mit Fall {case_id}, und einer wäre {there}, der andere {here}</translation>
    </message>
    <message>
        <source>shifted by {percent} %</source>
        <translation>um {percent} % verschoben</translation>
    </message>
    <message>
        <source>shows 0 as white</source>
        <translation>zeigt 0 als Weiß</translation>
    </message>
    <message>
        <source>Shrunk below {limit} are {list}.</source>
        <translation>Unter {limit} geschrumpft: {list}.</translation>
    </message>
    <message>
        <source>Side of the close look at the organ, for a cascade</source>
        <translation>Seitenlänge des nahen Blicks auf das Organ, bei einer Kaskade</translation>
    </message>
    <message>
        <source>Side of the slices the network sees</source>
        <translation>Seitenlänge der Schichten, die das Netz sieht</translation>
    </message>
    <message>
        <source>signal {name}{get}</source>
        <translation>Signal {name}{get}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>size {by} against {by_2} voxels</source>
        <translation>Größe {by} gegen {by_2} Voxel</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Skip placement</source>
        <translation>Lage der Sprungverbindungen</translation>
    </message>
    <message>
        <source>Skipped {total} {files}: {list}{rest}.</source>
        <translation>{total} {files} übergangen: {list}{rest}.</translation>
    </message>
    <message>
        <source>skips part of its data file</source>
        <translation>überspringt einen Teil seiner Datendatei</translation>
    </message>
    <message>
        <source>Slice Dice, mean</source>
        <translation>Schicht-Dice, Mittel</translation>
    </message>
    <message>
        <source>slice distance</source>
        <translation>Schichtabstand</translation>
    </message>
    <message>
        <source>Slice numbers start at {numbers}: the first slices may be missing.</source>
        <translation>Die Schichtnummern beginnen bei {numbers}: die ersten Schichten fehlen vielleicht.</translation>
    </message>
    <message>
        <source>Slice {index} of {canonical}.{words}</source>
        <translation>Schicht {index} von {canonical}.{words}</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Slices are {gap} mm apart: the next one shows other tissue, not the same lesion.</source>
        <translation>Schichten liegen {gap} mm auseinander: die nächste zeigt anderes Gewebe, nicht dieselbe Läsion.</translation>
    </message>
    <message>
        <source>Slices in memory at once; 0: the whole batch</source>
        <translation>Schichten zugleich im Speicher; 0: der ganze Batch</translation>
    </message>
    <message>
        <source>Slices learned from at once</source>
        <translation>Schichten, von denen zugleich gelernt wird</translation>
    </message>
    <message>
        <source>Slices lie {gaps} to {gaps_2} mm apart between scans.</source>
        <translation>Schichten liegen je nach Aufnahme {gaps} bis {gaps_2} mm auseinander.</translation>
    </message>
    <message>
        <source>Slices of the same patients were learned from and scored: scores are too good.</source>
        <translation>Gelernt und bewertet wurde an Schichten derselben Patienten: die Werte sind zu gut.</translation>
    </message>
    <message>
        <source>Slices predicted at once</source>
        <translation>Schichten, die zugleich vorhergesagt werden</translation>
    </message>
    <message>
        <source>Slices shown</source>
        <translation>Gezeigte Schichten</translation>
    </message>
    <message>
        <source>slicewise ensemble</source>
        <translation>Slicewise-Ensemble</translation>
    </message>
    <message>
        <source>slicewise evaluation 1</source>
        <translation>Slicewise-Auswertung 1</translation>
    </message>
    <message>
        <source>slicewise folders</source>
        <translation>Slicewise-Ordner</translation>
    </message>
    <message>
        <source>Slicewise label {value}: {value}</source>
        <translation>Slicewise-Label {value}: {value}</translation>
    </message>
    <message>
        <source>slicewise split</source>
        <translation>Slicewise-Aufteilung</translation>
    </message>
    <message>
        <source>slicewise {kind}</source>
        <translation>Slicewise {kind}</translation>
    </message>
    <message>
        <source>Slicewise. SPACE=LPS, mm</source>
        <translation>Slicewise. SPACE=LPS, mm</translation>
    </message>
    <message>
        <source>small bowel</source>
        <translation>Dünndarm</translation>
    </message>
    <message>
        <source>Smallest lesion</source>
        <translation>Kleinste Läsion</translation>
    </message>
    <message>
        <source>So little is left of the picture at the bottom that the lowest level adds work and hardly any knowledge; one level less would do.</source>
        <translation>Vom Bild bleibt unten so wenig, dass die unterste Ebene Arbeit macht und kaum Wissen bringt; eine Ebene weniger würde genügen.</translation>
    </message>
    <message>
        <source>So that each mask says by itself what its values mean.</source>
        <translation>Damit jede Maske selbst sagt, was ihre Werte bedeuten.</translation>
    </message>
    <message>
        <source>So that one file holds all labels of the scan.</source>
        <translation>Damit eine Datei alle Labels der Aufnahme enthält.</translation>
    </message>
    <message>
        <source>soft Dice + cross-entropy</source>
        <translation>weicher Dice + Kreuzentropie</translation>
    </message>
    <message>
        <source>Soft edges</source>
        <translation>Weiche Ränder</translation>
    </message>
    <message>
        <source>Soft edges were cut at half.</source>
        <translation>Weiche Ränder wurden auf halber Höhe geschnitten.</translation>
    </message>
    <message>
        <source>Soft edges were cut at half: values above {half} were read as label 1.</source>
        <translation>Weiche Ränder wurden auf halber Höhe geschnitten: Werte über {half} wurden als Label 1 gelesen.</translation>
    </message>
    <message>
        <source>Some scans are in HU and some hold grey values: the model will mix them up.</source>
        <translation>Manche Aufnahmen sind in HU und manche enthalten Grauwerte: das Modell wird sie verwechseln.</translation>
    </message>
    <message>
        <source>Sound, but the mask is empty: the case only teaches what is background.</source>
        <translation>In Ordnung, aber die Maske ist leer: der Fall lehrt nur, was Hintergrund ist.</translation>
    </message>
    <message>
        <source>Sound: no fault was found.</source>
        <translation>In Ordnung: kein Fehler wurde gefunden.</translation>
    </message>
    <message>
        <source>Sound: the mask sits on what the scan shows.</source>
        <translation>In Ordnung: die Maske sitzt auf dem, was die Aufnahme zeigt.</translation>
    </message>
    <message>
        <source>spacing {mm} against {mm_2} mm</source>
        <translation>Abstand {mm} gegen {mm_2} mm</translation>
    </message>
    <message>
        <source>spans {last} slices</source>
        <translation>umspannt {last} Schichten</translation>
    </message>
    <message>
        <source>spinal cord</source>
        <translation>Rückenmark</translation>
    </message>
    <message>
        <source>spleen</source>
        <translation>Milz</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>start a new cross-validation</source>
        <translation>bitte eine neue Kreuzvalidierung beginnen</translation>
    </message>
    <message>
        <source>start a new run</source>
        <translation>bitte einen neuen Lauf beginnen</translation>
    </message>
    <message>
        <source>start a new run; its model is kept</source>
        <translation>bitte einen neuen Lauf beginnen; sein Modell bleibt erhalten</translation>
    </message>
    <message>
        <source>Start again with learning_rate {rounded} (now </source>
        <translation>Neu beginnen mit learning_rate {rounded} (jetzt </translation>
    </message>
    <message>
        <source>Stem stride</source>
        <translation>Schritt am Eingang</translation>
    </message>
    <message>
        <source>Stem: halves the picture at once</source>
        <translation>Eingangsstufe: halbiert das Bild sofort</translation>
    </message>
    <message>
        <source>stomach</source>
        <translation>Magen</translation>
    </message>
    <message>
        <source>Stop after so many rounds without gain; 0: never</source>
        <translation>Anhalten nach so vielen Runden ohne Gewinn; 0: nie</translation>
    </message>
    <message>
        <source>Stop if time is short: the best model is kept. More patients, or the other presets, may bring more.</source>
        <translation>Bei knapper Zeit anhalten: das beste Modell bleibt erhalten. Mehr Patienten oder die anderen Voreinstellungen können mehr bringen.</translation>
    </message>
    <message>
        <source>Stop if time is short: the best model is kept. More patients, or the other presets, may bring more; a falling learning rate often still does.</source>
        <translation>Bei knapper Zeit anhalten: das beste Modell bleibt erhalten. Mehr Patienten oder die anderen Voreinstellungen können mehr bringen; eine fallende Lernrate tut es oft noch.</translation>
    </message>
    <message>
        <source>stopped unexpectedly ({cause_of})</source>
        <translation>hielt unerwartet an ({cause_of})</translation>
    </message>
    <message>
        <source>stores numbers in big-endian order</source>
        <translation>speichert Zahlen in Big-Endian-Reihenfolge</translation>
    </message>
    <message>
        <source>stores {bits} bits a pixel as {kind}</source>
        <translation>speichert {bits} Bit je Pixel als {kind}</translation>
    </message>
    <message>
        <source>stores {stored} of {allocated} bits up to bit {high_bit}, which cannot be shown</source>
        <translation>speichert {stored} von {allocated} Bit bis Bit {high_bit}, was nicht gezeigt werden kann</translation>
    </message>
    <message>
        <source>Surface Dice, 1 mm</source>
        <translation>Oberflächen-Dice, 1 mm</translation>
    </message>
    <message>
        <source>Surface Dice, 2 mm</source>
        <translation>Oberflächen-Dice, 2 mm</translation>
    </message>
    <message>
        <source>switch on &quot;threshold masks&quot;</source>
        <translation>bitte „Masken mit Schwelle“ einschalten</translation>
    </message>
    <message>
        <source>switch on &quot;threshold masks&quot;, or export masks as PNG</source>
        <translation>bitte „Masken mit Schwelle“ einschalten oder Masken als PNG exportieren</translation>
    </message>
    <message>
        <source>switch on &quot;threshold masks&quot;, or save it with one whole number a label</source>
        <translation>bitte „Masken mit Schwelle“ einschalten oder mit einer ganzen Zahl je Label speichern</translation>
    </message>
    <message>
        <source>Synthetic lesions</source>
        <translation>Künstliche Läsionen</translation>
    </message>
    <message>
        <source>Take a loss that counts rare pixels (dice_ce; now {loss}), keep balance on, and look whether masks lie on their scans.</source>
        <translation>Einen Verlust nehmen, der seltene Pixel zählt (dice_ce; jetzt {loss}), balance eingeschaltet lassen und ansehen, ob die Masken auf ihren Aufnahmen liegen.</translation>
    </message>
    <message>
        <source>take it again from where it came</source>
        <translation>bitte erneut von der Quelle holen</translation>
    </message>
    <message>
        <source>take it away; the run stays whole</source>
        <translation>bitte wegnehmen; der Lauf bleibt ganz</translation>
    </message>
    <message>
        <source>take one of the two out of the data set</source>
        <translation>bitte einen der beiden aus dem Datensatz nehmen</translation>
    </message>
    <message>
        <source>Take over the scan&apos;s header</source>
        <translation>Den Dateikopf der Aufnahme übernehmen</translation>
    </message>
    <message>
        <source>take the folder away and measure again</source>
        <translation>bitte den Ordner entfernen und neu messen</translation>
    </message>
    <message>
        <source>take the loss dice_ce</source>
        <translation>den Verlust dice_ce nehmen</translation>
    </message>
    <message>
        <source>Take {listed} out of validation, or add patients that have it.</source>
        <translation>{listed} aus der Validierung nehmen oder Patienten hinzufügen, die es haben.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>temporal position</source>
        <translation>zeitliche Position</translation>
    </message>
    <message>
        <source>The 3D view</source>
        <translation>Die 3D-Ansicht</translation>
    </message>
    <message>
        <source>The band reaches from the lower to the upper quartile of the cases&apos; Dice between the two readers; the line in it is the median.</source>
        <translation>Das Band reicht vom unteren zum oberen Quartil der Dice der Fälle zwischen den beiden Befundern; die Linie darin ist der Median.</translation>
    </message>
    <message>
        <source>The box around the liver is {side} pixels wide. {lost_words}</source>
        <translation>Der Rahmen um die Leber ist {side} Pixel breit. {lost_words}</translation>
    </message>
    <message>
        <source>The brightest tissue of {name} has {grey_words}; in the scans the model learned from it has {range_words}: perhaps another contrast phase, scanner setting or part of the body.</source>
        <translation>Das hellste Gewebe von {name} hat {grey_words}; in den Aufnahmen, aus denen das Modell gelernt hat, hat es {range_words}: vielleicht eine andere Kontrastmittelphase, Geräteeinstellung oder Körperregion.</translation>
    </message>
    <message>
        <source>The computer was busy with other work ({load} programs at once for {cores} cores): without it, less time is needed.</source>
        <translation>Der Computer war mit anderer Arbeit beschäftigt ({load} Programme zugleich für {cores} Kerne): ohne sie ist weniger Zeit nötig.</translation>
    </message>
    <message>
        <source>The darkest tissue of {name} has {grey_words}; in the scans the model learned from it has {range_words}: perhaps another contrast phase, scanner setting or part of the body.</source>
        <translation>Das dunkelste Gewebe von {name} hat {grey_words}; in den Aufnahmen, aus denen das Modell gelernt hat, hat es {range_words}: vielleicht eine andere Kontrastmittelphase, Geräteeinstellung oder Körperregion.</translation>
    </message>
    <message>
        <source>the data set</source>
        <translation>der Datensatz</translation>
    </message>
    <message>
        <source>The data set does not tell patients apart: every case counts as a patient of its own. If some are of one person, the scores are too good.</source>
        <translation>Der Datensatz unterscheidet keine Patienten: jeder Fall zählt als eigener Patient. Sind einige von einer Person, sind die Werte zu gut.</translation>
    </message>
    <message>
        <source>The Dice of {region} rests on {count} of {listed}: small changes of it mean nothing.</source>
        <translation>Der Dice von {region} beruht auf {count} von {listed}: kleine Änderungen bedeuten nichts.</translation>
    </message>
    <message>
        <source>the disk</source>
        <translation>der Datenträger</translation>
    </message>
    <message>
        <source>The disk did not take the mask of {case_id} of epoch {epoch}: it cannot be shown later. The training goes on.</source>
        <translation>Der Datenträger nahm die Maske von {case_id} aus Epoche {epoch} nicht an: sie kann später nicht gezeigt werden. Das Training geht weiter.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>the disk that holds the runs</source>
        <translation>der Datenträger mit den Läufen</translation>
    </message>
    <message>
        <source>the evaluation</source>
        <translation>die Auswertung</translation>
    </message>
    <message>
        <source>the extension</source>
        <translation>die Verlängerung</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>The file does not name this scan: it was filled on it because you chose so.</source>
        <translation>Die Datei nennt diese Aufnahme nicht: sie wurde darauf gefüllt, weil Sie es so wählten.</translation>
    </message>
    <message>
        <source>The file does not say which way the patient lies: slices are shown as stored, without letters.</source>
        <translation>Die Datei sagt nicht, wie der Patient liegt: Schichten werden wie gespeichert gezeigt, ohne Buchstaben.</translation>
    </message>
    <message>
        <source>The file gives another frame of reference than its scan; the slices it names are this scan&apos;s.</source>
        <translation>Die Datei gibt ein anderes Bezugssystem an als ihre Aufnahme; die genannten Schichten sind die dieser Aufnahme.</translation>
    </message>
    <message>
        <source>The file gives no voxel size (1, 1, 1 mm is a placeholder): sizes in mm and ml are not shown.</source>
        <translation>Die Datei gibt keine Voxelgröße an (1, 1, 1 mm ist ein Platzhalter): Größen in mm und ml werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>The file gives no voxel size: sizes in mm and ml are not shown.</source>
        <translation>Die Datei gibt keine Voxelgröße an: Größen in mm und ml werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>the file is too large for this disk</source>
        <translation>die Datei ist zu groß für diesen Datenträger</translation>
    </message>
    <message>
        <source>The file {fault}; the {wish} was used, as chosen.</source>
        <translation>Die Datei {fault}; wie gewählt wurde verwendet: {wish}.</translation>
    </message>
    <message>
        <source>The files do not say how values become HU; they are shown as stored.</source>
        <translation>Die Dateien sagen nicht, wie Werte zu HU werden; sie werden gezeigt, wie sie gespeichert sind.</translation>
    </message>
    <message>
        <source>The finest skip carries the picture&apos;s own pixels: outlines follow it to a pixel.</source>
        <translation>Die feinste Sprungverbindung trägt die Pixel des Bildes selbst: Umrisse folgen ihm auf einen Pixel genau.</translation>
    </message>
    <message>
        <source>The finest skip joins at a {share} of the picture&apos;s side and the last step enlarges the mask: outlines are good to about {step} pixels. Look at the surface Dice after training.</source>
        <translation>Die feinste Sprungverbindung setzt bei einem {share} der Bildseite an, und der letzte Schritt vergrößert die Maske: Umrisse sind auf etwa {step} Pixel genau. Nach dem Training den Oberflächen-Dice ansehen.</translation>
    </message>
    <message>
        <source>the fingerprint</source>
        <translation>der Fingerabdruck</translation>
    </message>
    <message>
        <source>The first network sees whole slices at {finder} × {finder} pixels, the second the organ&apos;s box at {side} × {side}.</source>
        <translation>Das erste Netz sieht ganze Schichten mit {finder} × {finder} Pixeln, das zweite den Rahmen des Organs mit {side} × {side}.</translation>
    </message>
    <message>
        <source>the folder may not be written to</source>
        <translation>in den Ordner darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the forecast</source>
        <translation>die Vorhersage des Aufwands</translation>
    </message>
    <message>
        <source>the gain is not certain</source>
        <translation>der Gewinn ist nicht sicher</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>die Grafikkarte</translation>
    </message>
    <message>
        <source>The grid of the finest skip is {mm} mm, so outlines of small lesions come out blunt: look at the surface Dice, or choose a larger picture.</source>
        <translation>Das Gitter der feinsten Sprungverbindung misst {mm} mm, Umrisse kleiner Läsionen werden also stumpf: den Oberflächen-Dice ansehen oder ein größeres Bild wählen.</translation>
    </message>
    <message>
        <source>The label {value}, &quot;{names}&quot; in {name}, is called {tumour} here.</source>
        <translation>Das Label {value}, „{names}“ in {name}, heißt hier {tumour}.</translation>
    </message>
    <message>
        <source>The label, {name}, is on {pictures} of {count} pictures and fills {percent} % of their area.</source>
        <translation>Das Label, {name}, ist auf {pictures} von {count} Bildern und füllt {percent} % ihrer Fläche.</translation>
    </message>
    <message>
        <source>The learning curve</source>
        <translation>Die Lernkurve</translation>
    </message>
    <message>
        <source>the learning curve</source>
        <translation>die Lernkurve</translation>
    </message>
    <message>
        <source>the liver hardly stands out from what lies around it</source>
        <translation>die Leber hebt sich kaum von dem ab, was um sie liegt</translation>
    </message>
    <message>
        <source>The liver label lies inside the tumour label and is smaller ({counts} against {counts_2} voxels): the two numbers seem to be exchanged.</source>
        <translation>Das Leberlabel liegt im Tumorlabel und ist kleiner ({counts} gegen {counts_2} Voxel): die beiden Nummern scheinen vertauscht.</translation>
    </message>
    <message>
        <source>The liver&apos;s box is as wide as the slice: a closer look would show nothing larger.</source>
        <translation>Der Rahmen der Leber ist so breit wie die Schicht: ein naher Blick würde nichts größer zeigen.</translation>
    </message>
    <message>
        <source>The liver&apos;s box is {percent} as wide as the slice, so that the second network sees everything {share} times as large and on the liver&apos;s own grey scale, however bright the liver of that patient is.</source>
        <translation>Der Rahmen der Leber ist {percent} so breit wie die Schicht, das zweite Netz sieht also alles {share} Mal so groß und auf der eigenen Grauskala der Leber, wie hell sie bei diesem Patienten auch ist.</translation>
    </message>
    <message>
        <source>The liver&apos;s middle value differs by {spread} between patients, {spread_2} times its scatter inside one: other contrast phases or machines, which need more patients of each.</source>
        <translation>Der mittlere Wert der Leber unterscheidet sich zwischen Patienten um {spread}, {spread_2} Mal seine Streuung innerhalb eines: andere Kontrastphasen oder Geräte, die mehr Patienten von jeder Art brauchen.</translation>
    </message>
    <message>
        <source>the liver&apos;s own, ±{share} {unit}</source>
        <translation>die der Leber selbst, ±{share} {unit}</translation>
    </message>
    <message>
        <source>The loss explodes: {middle} over the last {batches} batches, {middle_2} in the round before.</source>
        <translation>Der Verlust explodiert: {middle} über die letzten {batches} Batches, {middle_2} in der Runde davor.</translation>
    </message>
    <message>
        <source>The loss fell {words}: it learns.</source>
        <translation>Der Verlust fiel {words}: es lernt.</translation>
    </message>
    <message>
        <source>The loss hardly fell: {words}, where a sound network learns a few slices by heart.</source>
        <translation>Der Verlust fiel kaum: {words}, wo ein gesundes Netz wenige Schichten auswendig lernt.</translation>
    </message>
    <message>
        <source>The loss of epoch {epoch} was not a number{on}. The run went back to {place} and goes on with half the learning rate ({learning_rate}).</source>
        <translation>Der Verlust der Epoche {epoch} war keine Zahl{on}. Der Lauf ging auf {place} zurück und geht mit halber Lernrate weiter ({learning_rate}).</translation>
    </message>
    <message>
        <source>The loss rose {words}.</source>
        <translation>Der Verlust stieg {words}.</translation>
    </message>
    <message>
        <source>The loss stopped being a number {times}, last in epoch {setbacks}; the run went back to its last good state.</source>
        <translation>Der Verlust war {times} keine Zahl mehr, zuletzt in Epoche {setbacks}; der Lauf ging auf seinen letzten guten Stand zurück.</translation>
    </message>
    <message>
        <source>The loss went {words}, but on slices that were not shown it is {validation_loss}: the weights are thrown about.</source>
        <translation>Der Verlust ging {words}, aber an nicht gezeigten Schichten ist er {validation_loss}: die Gewichte werden umhergeworfen.</translation>
    </message>
    <message>
        <source>the mask</source>
        <translation>die Maske</translation>
    </message>
    <message>
        <source>The mask holds 0 and {text}.</source>
        <translation>Die Maske enthält 0 und {text}.</translation>
    </message>
    <message>
        <source>The mask holds fractions.</source>
        <translation>Die Maske enthält Bruchzahlen.</translation>
    </message>
    <message>
        <source>The mask holds {values} different values, as blurred edges do.</source>
        <translation>Die Maske enthält {values} verschiedene Werte, wie verwischte Ränder es tun.</translation>
    </message>
    <message>
        <source>The mask holds {values}, which stands for no label; give it a meaning.</source>
        <translation>Die Maske enthält {values}, was für kein Label steht; bitte eine Bedeutung geben.</translation>
    </message>
    <message>
        <source>The mask is empty: no voxel holds a label.</source>
        <translation>Die Maske ist leer: kein Voxel hat ein Label.</translation>
    </message>
    <message>
        <source>The mask lies on a grid of its own, unlike its scan: {said}.</source>
        <translation>Die Maske liegt auf einem eigenen Gitter, anders als ihre Aufnahme: {said}.</translation>
    </message>
    <message>
        <source>The mask lies on another grid than the scan: {list}; export it again on the scan&apos;s own grid.</source>
        <translation>Die Maske liegt auf einem anderen Gitter als die Aufnahme: {list}; bitte auf dem Gitter der Aufnahme neu exportieren.</translation>
    </message>
    <message>
        <source>The mask of {case_id} of epoch {epoch}</source>
        <translation>Die Maske von {case_id} aus Epoche {epoch}</translation>
    </message>
    <message>
        <source>The mask was put together: {made}.</source>
        <translation>Die Maske wurde zusammengesetzt: {made}.</translation>
    </message>
    <message>
        <source>The mask was repaired: {repair}.</source>
        <translation>Die Maske wurde repariert: {repair}.</translation>
    </message>
    <message>
        <source>The mask would fit better {count} further {way} ({there} against {here}): slices of image and mask are paired wrongly; match them again.</source>
        <translation>Die Maske würde {count} weiter {way} besser passen ({there} gegen {here}): Schichten von Bild und Maske sind falsch gepaart; bitte neu zuordnen.</translation>
    </message>
    <message>
        <source>The mask&apos;s voxels are stored in another order than the scan&apos;s but lie at the same places in the body; they were read in the scan&apos;s order.</source>
        <translation>Die Voxel der Maske sind in anderer Reihenfolge gespeichert als die der Aufnahme, liegen aber an denselben Stellen im Körper; sie wurden in der Reihenfolge der Aufnahme gelesen.</translation>
    </message>
    <message>
        <source>the masks</source>
        <translation>die Masken</translation>
    </message>
    <message>
        <source>the memory</source>
        <translation>der Speicher</translation>
    </message>
    <message>
        <source>The middle grey of the {name} scatters by {spread} {unit} between patients, {percent} of the window: with changes of twice that, a new patient is nothing new.</source>
        <translation>Das mittlere Grau ({name}) streut zwischen Patienten um {spread} {unit}, {percent} des Fensters: mit doppelt so großen Änderungen ist ein neuer Patient nichts Neues.</translation>
    </message>
    <message>
        <source>the minutes</source>
        <translation>die Minuten</translation>
    </message>
    <message>
        <source>The model file agrees with the trained network in {same} of voxels only.</source>
        <translation>Die Modelldatei stimmt mit dem trainierten Netz nur in {same} der Voxel überein.</translation>
    </message>
    <message>
        <source>The model file was loaded and draws the same mask.</source>
        <translation>Die Modelldatei wurde geladen und zeichnet dieselbe Maske.</translation>
    </message>
    <message>
        <source>The model found no {label}.</source>
        <translation>Das Modell fand nicht: {label}.</translation>
    </message>
    <message>
        <source>{volume} has a spacing of {mm} mm; the model learned at {mm_2} mm: expect errors.</source>
        <translation>{volume} hat einen Voxelabstand von {mm} mm; das Modell lernte bei {mm_2} mm: Fehler sind zu erwarten.</translation>
    </message>
    <message>
        <source>The model of epoch {epoch} (mean Dice {score}) is kept, nothing is lost{towards_the_end}. More patients help most; else stronger random changes (rotation, scale, contrast, gamma) or fewer rounds.</source>
        <translation>Das Modell der Epoche {epoch} (mittlerer Dice {score}) bleibt erhalten, nichts ist verloren{towards_the_end}. Am meisten helfen mehr Patienten; sonst stärkere zufällige Änderungen (Drehung, Skalierung, Kontrast, Gamma) oder weniger Runden.</translation>
    </message>
    <message>
        <source>the model to start from</source>
        <translation>das Modell, von dem aus begonnen wird</translation>
    </message>
    <message>
        <source>The network calls everything background: in the last {rounds} rounds not one voxel was found in {listed}.</source>
        <translation>Das Netz nennt alles Hintergrund: in den letzten {rounds} Runden wurde in {listed} kein einziges Voxel gefunden.</translation>
    </message>
    <message>
        <source>The network has not seen one pixel of {list} in {rounds} rounds: what is never shown is never learned.</source>
        <translation>Das Netz hat in {rounds} Runden keinen Pixel von {list} gesehen: was nie gezeigt wird, wird nie gelernt.</translation>
    </message>
    <message>
        <source>The network waited for slices during {middle} of the last {shares} rounds: reading and changing them is slower than learning.</source>
        <translation>Das Netz wartete während {middle} der letzten {shares} Runden auf Schichten: sie zu lesen und zu verändern ist langsamer als das Lernen.</translation>
    </message>
    <message>
        <source>The network&apos;s mask has the size of the reference ({out}).</source>
        <translation>Die Maske des Netzes hat die Größe der Referenz ({out}).</translation>
    </message>
    <message>
        <source>The network&apos;s mask has {out} voxels, the reference {expected}.</source>
        <translation>Die Maske des Netzes hat {out} Voxel, die Referenz {expected}.</translation>
    </message>
    <message>
        <source>the number of folds</source>
        <translation>die Zahl der Folds</translation>
    </message>
    <message>
        <source>The one tumour measures {pixels} pixels across{millimetres}.</source>
        <translation>Der eine Tumor misst {pixels} Pixel{millimetres}.</translation>
    </message>
    <message>
        <source>the only case</source>
        <translation>der einzige Fall</translation>
    </message>
    <message>
        <source>the only image and the only mask without a name</source>
        <translation>das einzige Bild und die einzige Maske ohne Namen</translation>
    </message>
    <message>
        <source>The queue</source>
        <translation>Die Warteschlange</translation>
    </message>
    <message>
        <source>The rarest label here, {name}, is on {pictures} of {count} pictures and fills {percent} % of their area.</source>
        <translation>Das hier seltenste Label, {name}, ist auf {pictures} von {count} Bildern und füllt {percent} % ihrer Fläche.</translation>
    </message>
    <message>
        <source>the scan</source>
        <translation>die Aufnahme</translation>
    </message>
    <message>
        <source>The spacing of {volume} is unknown; the model learned at {mm} mm.</source>
        <translation>Der Voxelabstand von {volume} ist unbekannt; das Modell lernte bei {mm} mm.</translation>
    </message>
    <message>
        <source>The validation cases chose this epoch. A test on patients who chose nothing is still to be done.</source>
        <translation>Die Validierungsfälle haben diese Epoche bestimmt. Ein Test an Patienten, die nichts bestimmt haben, steht noch aus.</translation>
    </message>
    <message>
        <source>the weights of another model ({name}SHA-256 {digits}…)</source>
        <translation>die Gewichte eines anderen Modells ({name}SHA-256 {digits}…)</translation>
    </message>
    <message>
        <source>The {name} that was found has a median of {grey_words}; in the scans the model learned from it has {range_words}: perhaps another contrast phase, or not the right organ.</source>
        <translation>Das gefundene Label {name} hat einen Median von {grey_words}; in den Aufnahmen, aus denen das Modell gelernt hat, hat es {range_words}: vielleicht eine andere Kontrastmittelphase oder nicht das richtige Organ.</translation>
    </message>
    <message>
        <source>This is no medical device: a mask needs a look by somebody who can read the scan before anything is decided by it.</source>
        <translation>Dies ist kein Medizinprodukt: bevor anhand einer Maske etwas entschieden wird, muss sie jemand ansehen, der die Aufnahme befunden kann.</translation>
    </message>
    <message>
        <source>Tissue</source>
        <translation>Gewebe</translation>
    </message>
    <message>
        <source>train first</source>
        <translation>bitte zuerst trainieren</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>try once more</source>
        <translation>bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>turned by {degrees}°</source>
        <translation>um {degrees}° gedreht</translation>
    </message>
    <message>
        <source>unknown: no scan has a scale</source>
        <translation>unbekannt: keine Aufnahme hat einen Maßstab</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Voxel size</source>
        <translation>Voxelgröße</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>Voxel</translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>What it learned from</source>
        <translation>Woraus es gelernt hat</translation>
    </message>
    <message>
        <source>What was measured is not remembered: {error}</source>
        <translation>Das Gemessene wird nicht gespeichert: {error}</translation>
    </message>
    <message>
        <source>Where it is from</source>
        <translation>Woher es kommt</translation>
    </message>
    <message>
        <source>Whether the grey values of a scan are like those it learned from cannot be told: the model file does not hold them. Models trained from now on do.</source>
        <translation>Ob die Grauwerte einer Aufnahme denen gleichen, aus denen es gelernt hat, lässt sich nicht sagen: die Modelldatei enthält sie nicht. Modelle, die von jetzt an trainiert werden, enthalten sie.</translation>
    </message>
    <message>
        <source>With {ways}, {subject} {fault}.</source>
        <translation>Mit {ways}: {subject} {fault}.</translation>
    </message>
    <message>
        <source>{chose} more chose the epoch (validation)</source>
        <translation>{chose} weitere dienten der Wahl der Epoche (Validierung)</translation>
    </message>
    <message>
        <source>{count}, none known to be {sizes_mm} mm or more across.</source>
        <translation>{count}, keiner bekanntermaßen {sizes_mm} mm oder größer.</translation>
    </message>
    <message>
        <source>{count}, {large} of them {sizes_mm} mm or more across.</source>
        <translation>{count}, davon {large} mit {sizes_mm} mm oder mehr.</translation>
    </message>
    <message>
        <source>{ends} in each scan</source>
        <translation>{ends} je Aufnahme</translation>
    </message>
    <message>
        <source>{epoch} (preset {preset})</source>
        <translation>{epoch} (Voreinstellung {preset})</translation>
    </message>
    <message>
        <source>{learned} scans are</source>
        <translation>{learned} Aufnahmen sind</translation>
    </message>
    <message>
        <source>{learned}; {kept}; {test} kept for a test</source>
        <translation>{learned}; {kept}; {test} für einen Test zurückgehalten</translation>
    </message>
    <message>
        <source>{list} voxels</source>
        <translation>{list} Voxel</translation>
    </message>
    <message>
        <source>{median} mm (median){spread_mm}</source>
        <translation>{median} mm (Median){spread_mm}</translation>
    </message>
    <message>
        <source>{missed} of {real} lesions were missed</source>
        <translation>{missed} von {real} Läsionen wurden übersehen</translation>
    </message>
    <message>
        <source>{name} is one of the scans that chose this model (validation): its mask may look a little better than on a new patient.</source>
        <translation>{name} ist eine der Aufnahmen, nach denen dieses Modell ausgewählt wurde (Validierung): die Maske kann etwas besser aussehen als bei einem neuen Patienten.</translation>
    </message>
    <message>
        <source>{name} is one of the scans that {learned} of these {count} networks learned from: its mask will look better than on a new patient.</source>
        <translation>{name} ist eine der Aufnahmen, aus denen {learned} dieser {count} Netze gelernt haben: die Maske wird besser aussehen als bei einem neuen Patienten.</translation>
    </message>
    <message>
        <source>{name} is one of the scans this model learned from: its mask will look better than on a new patient.</source>
        <translation>{name} ist eine der Aufnahmen, aus denen dieses Modell gelernt hat: die Maske wird besser aussehen als bei einem neuen Patienten.</translation>
    </message>
    <message>
        <source>{networks} networks</source>
        <translation>{networks} Netze</translation>
    </message>
    <message>
        <source>{numbers} slice {ending}</source>
        <translation>{numbers} Schicht {ending}</translation>
    </message>
    <message>
        <source>{numbers} slices {ending}</source>
        <translation>{numbers} Schichten {ending}</translation>
    </message>
    <message>
        <source>{scans} few to learn from: expect it to work on scans like these (same scanner, contrast phase, kind of patient) and to fail on others.</source>
        <translation>{scans} wenig zum Lernen: zu erwarten ist, dass es bei Aufnahmen wie diesen (gleiches Gerät, gleiche Kontrastmittelphase, gleiche Art von Patienten) gelingt und bei anderen versagt.</translation>
    </message>
    <message>
        <source>{scans}; each was kept aside by one of the networks</source>
        <translation>{scans}; jede wurde von einem der Netze zurückgehalten</translation>
    </message>
    <message>
        <source>{share} of {name} is neither black nor white in the window of the model; of the scans it learned from {low} to {high}: perhaps another part of the body, or more air around the patient.</source>
        <translation>{share} von {name} ist weder schwarz noch weiß im Fenster des Modells; bei den Aufnahmen, aus denen es gelernt hat, sind es {low} bis {high}: vielleicht eine andere Körperregion oder mehr Luft um den Patienten.</translation>
    </message>
    <message>
        <source>{share}, up to {sized} mm across: misses are not only small{also}.</source>
        <translation>{share}, bis zu {sized} mm groß: übersehen werden nicht nur kleine{also}.</translation>
    </message>
    <message>
        <source>{share}: all are below {bound} mm{also}.</source>
        <translation>{share}: alle sind kleiner als {bound} mm{also}.</translation>
    </message>
    <message>
        <source>{share}: the only one is below {bound} mm{also}.</source>
        <translation>{share}: die einzige ist kleiner als {bound} mm{also}.</translation>
    </message>
    <message>
        <source>{share}: {small} of them below {bound} mm, the largest {sized} mm{also}.</source>
        <translation>{share}: {small} davon sind kleiner als {bound} mm, die größte misst {sized} mm{also}.</translation>
    </message>
    <message>
        <source>the only one,</source>
        <translation>der einzige,</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>A value sees</source>
        <translation>Ein Wert sieht</translation>
    </message>
    <message>
        <source>All together, {cases} of {persons}{skipped}:</source>
        <translation>Alle zusammen, {cases} von {persons}{skipped}:</translation>
    </message>
    <message>
        <source>choose other test cases, or start from scratch</source>
        <translation>bitte andere Testfälle wählen oder von vorn beginnen</translation>
    </message>
    <message>
        <source>compare them again</source>
        <translation>bitte erneut vergleichen</translation>
    </message>
    <message>
        <source>Computer: {machine_words}</source>
        <translation>Computer: {machine_words}</translation>
    </message>
    <message>
        <source>darkest {dark}, middle {middle}, brightest {bright} {unit}</source>
        <translation>dunkelstes {dark}, mittleres {middle}, hellstes {bright} {unit}</translation>
    </message>
    <message>
        <source>Distances of {region} leave out {cases} in which one side is empty: they flatter.</source>
        <translation>Abstände von {region} lassen {cases} aus, in denen eine Seite leer ist: sie schmeicheln.</translation>
    </message>
    <message>
        <source>do not lie in files</source>
        <translation>liegen nicht in Dateien</translation>
    </message>
    <message>
        <source>Learning curve, run {number} of {shares}: {people}.</source>
        <translation>Lernkurve, Lauf {number} von {shares}: {people}.</translation>
    </message>
    <message>
        <source>Learning from a batch of {batch} slices takes {operations} operations and keeps {memory} of intermediate results for {held} slices at once (in 32-bit numbers); weights, their average and the optimiser&apos;s memory come on top: {weights}.</source>
        <translation>Das Lernen von einem Batch aus {batch} Schichten braucht {operations} Rechenschritte und hält {memory} Zwischenergebnisse für {held} Schichten auf einmal (in 32-Bit-Zahlen); dazu kommen Gewichte, ihr Mittel und der Speicher des Optimierers: {weights}.</translation>
    </message>
    <message>
        <source>Learning from a batch of {batch} slices, one after the other, takes {operations} operations and keeps {memory} of intermediate results (in 32-bit numbers); weights, their average and the optimiser&apos;s memory come on top: {weights}.</source>
        <translation>Das Lernen von einem Batch aus {batch} Schichten, einer nach der anderen, braucht {operations} Rechenschritte und hält {memory} Zwischenergebnisse (in 32-Bit-Zahlen); dazu kommen Gewichte, ihr Mittel und der Speicher des Optimierers: {weights}.</translation>
    </message>
    <message>
        <source>lies on another grid than the reference ({list})</source>
        <translation>liegt auf einem anderen Gitter als die Referenz ({list})</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>Measuring {ways}</source>
        <translation>Gemessen wird: {ways}</translation>
    </message>
    <message>
        <source>Median of {name}</source>
        <translation>Median von {name}</translation>
    </message>
    <message>
        <source>skip: copied across and laid beside</source>
        <translation>Sprungverbindung: hinüberkopiert und danebengelegt</translation>
    </message>
    <message>
        <source>taught here too, in training</source>
        <translation>auch hier gelehrt, im Training</translation>
    </message>
    <message>
        <source>test case {case_id}</source>
        <translation>Testfall {case_id}</translation>
    </message>
    <message>
        <source>the box around what it found, cut out of the scan</source>
        <translation>der Rahmen um das Gefundene, aus der Aufnahme geschnitten</translation>
    </message>
    <message>
        <source>the mask, by a 1 × 1 convolution</source>
        <translation>die Maske, durch eine 1 × 1-Faltung</translation>
    </message>
    <message>
        <source>the mask, by a 2 × 2 transposed convolution</source>
        <translation>die Maske, durch eine transponierte 2 × 2-Faltung</translation>
    </message>
    <message>
        <source>the order of words</source>
        <translation>die Reihenfolge der Wörter</translation>
    </message>
    <message>
        <source>The outline of the mask lies on nothing that shows in the scan (fit {fit} of 1)</source>
        <translation>Der Umriss der Maske liegt auf nichts, was die Aufnahme zeigt (passt zu {fit} von 1)</translation>
    </message>
    <message>
        <source>The outline of the patient is not found for certain: it would cut labels off in {cut} of {cases} scans.</source>
        <translation>Der Umriss des Patienten ist nicht sicher gefunden: er würde in {cut} von {cases} Aufnahmen Labels abschneiden.</translation>
    </message>
    <message>
        <source>The patient fills only {percent} of the picture&apos;s width: without the air around, everything is shown {share} times as large.</source>
        <translation>Der Patient füllt nur {percent} der Bildbreite: ohne die Luft ringsum wird alles {share} Mal so groß gezeigt.</translation>
    </message>
    <message>
        <source>The patient fills {percent} of the picture&apos;s width: little would be gained.</source>
        <translation>Der Patient füllt {percent} der Bildbreite: wenig wäre gewonnen.</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>das Bild</translation>
    </message>
    <message>
        <source>The pictures are coloured; their {value} is shown.</source>
        <translation>Die Bilder sind farbig; gezeigt wird: {value}.</translation>
    </message>
    <message>
        <source>The pictures of the mask were laid on the slices of the scan in the order of their names, the first on the lowest slice.</source>
        <translation>Die Bilder der Maske wurden in der Reihenfolge ihrer Namen auf die Schichten der Aufnahme gelegt, das erste auf die unterste Schicht.</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>der Plan</translation>
    </message>
    <message>
        <source>the prediction</source>
        <translation>die Vorhersage</translation>
    </message>
    <message>
        <source>The prediction holds no {region}; if its model does not look for it, ignore that score.</source>
        <translation>Die Vorhersage enthält kein Label {region}; sucht ihr Modell nicht danach, diesen Wert nicht beachten.</translation>
    </message>
    <message>
        <source>The prediction knows no {label}, which is therefore not scored.</source>
        <translation>Die Vorhersage kennt kein Label {label}, das daher nicht bewertet wird.</translation>
    </message>
    <message>
        <source>The queue of runs</source>
        <translation>Die Warteschlange der Läufe</translation>
    </message>
    <message>
        <source>The reference knows no {name}, which is therefore not scored.</source>
        <translation>Die Referenz kennt kein Label {name}, das daher nicht bewertet wird.</translation>
    </message>
    <message>
        <source>The repaired data set is written</source>
        <translation>Der reparierte Datensatz ist geschrieben</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>der Lauf</translation>
    </message>
    <message>
        <source>the run folder</source>
        <translation>der Laufordner</translation>
    </message>
    <message>
        <source>the run&apos;s settings</source>
        <translation>die Einstellungen des Laufs</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dasselbe</translation>
    </message>
    <message>
        <source>The scan is cut off at {low} HU, as by a window: air, lung and fat below it cannot be told apart.</source>
        <translation>Die Aufnahme ist bei {low} HU abgeschnitten, wie durch ein Fenster: Luft, Lunge und Fett darunter sind nicht zu unterscheiden.</translation>
    </message>
    <message>
        <source>The scan says HU but holds 0 to 255 only, as pictures do: windows in HU do not apply.</source>
        <translation>Die Aufnahme sagt HU, enthält aber nur 0 bis 255 wie Bilder: Fenster in HU gelten nicht.</translation>
    </message>
    <message>
        <source>The scan&apos;s values reach {high} and none is below 0: they seem to be stored values whose rescale to HU was lost; export it again from DICOM.</source>
        <translation>Die Werte der Aufnahme reichen bis {high}, und keiner liegt unter 0: es scheinen gespeicherte Werte zu sein, deren Umrechnung in HU verloren ging; bitte neu aus DICOM exportieren.</translation>
    </message>
    <message>
        <source>The scanner counted {text} images; {slices} are here.</source>
        <translation>Der Scanner zählte {text} Bilder; {slices} sind hier.</translation>
    </message>
    <message>
        <source>The scans hold grey values, not HU: they were windowed before, and 0 to 255 pass unchanged.</source>
        <translation>Die Aufnahmen enthalten Grauwerte, nicht HU: sie wurden schon gefenstert, und 0 bis 255 gehen unverändert durch.</translation>
    </message>
    <message>
        <source>The series has one slice only.</source>
        <translation>Die Serie hat nur eine Schicht.</translation>
    </message>
    <message>
        <source>the series it was drawn on is not here</source>
        <translation>die Serie, auf der es gezeichnet wurde, ist nicht hier</translation>
    </message>
    <message>
        <source>the slice cache</source>
        <translation>der Schichtspeicher</translation>
    </message>
    <message>
        <source>The slice cache of case {case_id} was damaged; it is made again.</source>
        <translation>Der Schichtspeicher von Fall {case_id} war beschädigt; er wird neu erstellt.</translation>
    </message>
    <message>
        <source>The slice has no thickness: volumes in ml are not shown.</source>
        <translation>Die Schicht hat keine Dicke: Volumina in ml werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>the split</source>
        <translation>die Aufteilung</translation>
    </message>
    <message>
        <source>the stack</source>
        <translation>der Stapel</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>den Anfang</translation>
    </message>
    <message>
        <source>The task suits a U-Net with reservations: {listed}.</source>
        <translation>Die Aufgabe eignet sich mit Vorbehalten für ein U-Net: {listed}.</translation>
    </message>
    <message>
        <source>The task suits a U-Net: what is to be found can be seen in single slices.</source>
        <translation>Die Aufgabe eignet sich für ein U-Net: was zu finden ist, ist in einzelnen Schichten zu sehen.</translation>
    </message>
    <message>
        <source>the test</source>
        <translation>der Test</translation>
    </message>
    <message>
        <source>The test cases have been scored {times} times now, as this run learned on after its end. The more often they are looked at, the less they are a test.</source>
        <translation>Die Testfälle wurden nun {times} Mal bewertet, da dieser Lauf nach seinem Ende weiterlernte. Je öfter sie angesehen werden, desto weniger sind sie ein Test.</translation>
    </message>
    <message>
        <source>the training cases</source>
        <translation>die Trainingsfälle</translation>
    </message>
    <message>
        <source>The training loss rose from {lowest} to {losses} and did not come back for 2 rounds.</source>
        <translation>Der Trainingsverlust stieg von {lowest} auf {losses} und kam 2 Runden lang nicht zurück.</translation>
    </message>
    <message>
        <source>The training loss swings by {size} about {mean} from round to round and does not fall: {losses} became {losses_2} in {swings} rounds.</source>
        <translation>Der Trainingsverlust schwankt von Runde zu Runde um {size} um {mean} und fällt nicht: {losses} wurde in {swings} Runden {losses_2}.</translation>
    </message>
    <message>
        <source>The tumour label nowhere touches the liver label: look at this case.</source>
        <translation>Das Tumorlabel berührt nirgends das Leberlabel: bitte diesen Fall ansehen.</translation>
    </message>
    <message>
        <source>the tumours are faint</source>
        <translation>die Tumoren sind blass</translation>
    </message>
    <message>
        <source>the tumours hardly stand out of the liver</source>
        <translation>die Tumoren heben sich kaum von der Leber ab</translation>
    </message>
    <message>
        <source>The two grids have nothing in common.</source>
        <translation>Die beiden Gitter haben nichts gemeinsam.</translation>
    </message>
    <message>
        <source>the validation loss ({here}) is far below the training loss ({there})</source>
        <translation>der Validierungsverlust ({here}) liegt weit unter dem Trainingsverlust ({there})</translation>
    </message>
    <message>
        <source>the volume</source>
        <translation>das Volumen</translation>
    </message>
    <message>
        <source>The weights are thrown about: the validation loss is {lately}, while the training loss began with {first}.</source>
        <translation>Die Gewichte werden umhergeworfen: der Validierungsverlust ist {lately}, während der Trainingsverlust mit {first} begann.</translation>
    </message>
    <message>
        <source>The weights of the best epoch ({best}) are damaged and no longer among the saved states: the best epoch from here on is kept instead.</source>
        <translation>Die Gewichte der besten Epoche ({best}) sind beschädigt und nicht mehr unter den gespeicherten Ständen: von nun an wird stattdessen die beste Epoche behalten.</translation>
    </message>
    <message>
        <source>the whole volume</source>
        <translation>das ganze Volumen</translation>
    </message>
    <message>
        <source>the worker</source>
        <translation>der Arbeitsprozess</translation>
    </message>
    <message>
        <source>The {kind} {shown} has no {other} and is not scored.</source>
        <translation>{shown} ({kind}) hat kein Gegenstück ({other}) und wird nicht bewertet.</translation>
    </message>
    <message>
        <source>The {label}&apos;s median is {median} HU, which is no {organ}</source>
        <translation>Der Median von {label} ist {median} HU, das ist nicht: {organ}</translation>
    </message>
    <message>
        <source>The {label}&apos;s median is {median} of 255, which is no {organ}</source>
        <translation>Der Median von {label} ist {median} von 255, das ist nicht: {organ}</translation>
    </message>
    <message>
        <source>The {what} not say where in the patient it lies: no letters, no sizes in ml.</source>
        <translation>{what} nicht, wo im Patienten es liegt: keine Buchstaben, keine Größen in ml.</translation>
    </message>
    <message>
        <source>their edges are blurred</source>
        <translation>ihre Ränder sind verwischt</translation>
    </message>
    <message>
        <source>Their edges are blurred: only {percent} of the difference is there within two pixels, so people draw them differently too, and no network will agree better than they.</source>
        <translation>Ihre Ränder sind verwischt: nur {percent} des Unterschieds liegen innerhalb von zwei Pixeln, auch Menschen zeichnen sie also verschieden, und kein Netz wird besser übereinstimmen als sie.</translation>
    </message>
    <message>
        <source>Their edges are sharp: {percent} of the difference within two pixels.</source>
        <translation>Ihre Ränder sind scharf: {percent} des Unterschieds innerhalb von zwei Pixeln.</translation>
    </message>
    <message>
        <source>There are no tumours to look at more closely.</source>
        <translation>Es gibt keine Tumoren, die näher anzusehen wären.</translation>
    </message>
    <message>
        <source>There are no tumours to lose, and the liver is large: {size} of the scans&apos; {native} pixels are enough for its edge.</source>
        <translation>Es gibt keine Tumoren zu verlieren, und die Leber ist groß: {size} der {native} Pixel der Aufnahmen genügen für ihren Rand.</translation>
    </message>
    <message>
        <source>There are {few} tumours in {counted}</source>
        <translation>Es gibt {few} Tumoren bei {counted}</translation>
    </message>
    <message>
        <source>There are {missing}.</source>
        <translation>Es gibt {missing}.</translation>
    </message>
    <message>
        <source>there is</source>
        <translation>die es gibt</translation>
    </message>
    <message>
        <source>There is one patient only, so slices of the same person are scored: all scores will be too good.</source>
        <translation>Es gibt nur einen Patienten, daher werden Schichten derselben Person bewertet: alle Werte werden zu gut sein.</translation>
    </message>
    <message>
        <source>There is one scan only; others will be brighter or darker.</source>
        <translation>Es gibt nur eine Aufnahme; andere werden heller oder dunkler sein.</translation>
    </message>
    <message>
        <source>they are clearly seen</source>
        <translation>sie sind deutlich zu sehen</translation>
    </message>
    <message>
        <source>they are faint, and small ones will be missed</source>
        <translation>sie sind blass, und kleine werden übersehen</translation>
    </message>
    <message>
        <source>they are hardly seen, and some will be missed</source>
        <translation>sie sind kaum zu sehen, und einige werden übersehen</translation>
    </message>
    <message>
        <source>they hold exactly the same pixels</source>
        <translation>sie enthalten genau dieselben Pixel</translation>
    </message>
    <message>
        <source>they lie</source>
        <translation>sie liegen</translation>
    </message>
    <message>
        <source>they name the same patient</source>
        <translation>sie nennen denselben Patienten</translation>
    </message>
    <message>
        <source>they share slices, or the patient of their DICOM files</source>
        <translation>sie teilen Schichten oder den Patienten ihrer DICOM-Dateien</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>This computer has an NVIDIA graphics card, but PyTorch cannot use it: the processor learns, many times slower.</source>
        <translation>Dieser Computer hat eine NVIDIA-Grafikkarte, aber PyTorch kann sie nicht benutzen: der Prozessor lernt, um ein Vielfaches langsamer.</translation>
    </message>
    <message>
        <source>This computer has an NVIDIA graphics card, but PyTorch was installed without it: the processor learns, many times slower.</source>
        <translation>Dieser Computer hat eine NVIDIA-Grafikkarte, aber PyTorch wurde ohne sie installiert: der Prozessor lernt, um ein Vielfaches langsamer.</translation>
    </message>
    <message>
        <source>This is frame {frame} of the {frames} in the file.</source>
        <translation>Dies ist Frame {frame} von {frames} in der Datei.</translation>
    </message>
    <message>
        <source>This is layer {number} of a segmentation whose segments overlap.</source>
        <translation>Dies ist Ebene {number} einer Segmentierung, deren Segmente überlappen.</translation>
    </message>
    <message>
        <source>This is {noun} {frame} of the {frames} in the file.</source>
        <translation>Dies ist Nummer {frame} von {frames} in der Datei ({noun}).</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>those between them</source>
        <translation>die dazwischen</translation>
    </message>
    <message>
        <source>Threshold masks</source>
        <translation>Masken mit Schwelle</translation>
    </message>
    <message>
        <source>thyroid</source>
        <translation>Schilddrüse</translation>
    </message>
    <message>
        <source>to the body</source>
        <translation>auf den Körper</translation>
    </message>
    <message>
        <source>Too little memory for {size} slices at once: {size_2} at once now; the result stays {same}.</source>
        <translation>Zu wenig Speicher für {size} Schichten auf einmal: jetzt {size_2} auf einmal; das Ergebnis bleibt {same}.</translation>
    </message>
    <message>
        <source>towards the feet</source>
        <translation>zu den Füßen hin</translation>
    </message>
    <message>
        <source>towards the head</source>
        <translation>zum Kopf hin</translation>
    </message>
    <message>
        <source>trachea</source>
        <translation>Trachea</translation>
    </message>
    <message>
        <source>training state</source>
        <translation>Trainingsstand</translation>
    </message>
    <message>
        <source>Training took up to {most} GB of the {limit} GB of memory there are; with a little more the system may end it.</source>
        <translation>Das Training brauchte bis zu {most} GB von {limit} GB Speicher; bei etwas mehr kann das System es beenden.</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>bitte erneut versuchen</translation>
    </message>
    <message>
        <source>try again, or report what you did</source>
        <translation>bitte erneut versuchen oder melden, was Sie taten</translation>
    </message>
    <message>
        <source>try another disk</source>
        <translation>bitte einen anderen Datenträger versuchen</translation>
    </message>
    <message>
        <source>Trying the network out</source>
        <translation>Das Netz wird ausprobiert</translation>
    </message>
    <message>
        <source>Trying to repair {case_id}</source>
        <translation>Die Reparatur von {case_id} wird versucht</translation>
    </message>
    <message>
        <source>tumour</source>
        <translation>Tumor</translation>
    </message>
    <message>
        <source>Tumour burden is the tumours&apos; volume as a share of the liver with its tumours.</source>
        <translation>Tumorlast ist das Volumen der Tumoren als Anteil der Leber samt ihren Tumoren.</translation>
    </message>
    <message>
        <source>Tumour inside liver</source>
        <translation>Tumor in der Leber</translation>
    </message>
    <message>
        <source>Tumours are {span} {unit} {side} than the liver around them, whose own values scatter by {noise}: {ratio} times the noise, {verdict}.</source>
        <translation>Tumoren sind {span} {unit} {side} als die Leber um sie herum, deren eigene Werte um {noise} streuen: {ratio} Mal das Rauschen, {verdict}.</translation>
    </message>
    <message>
        <source>Tumours lie up to {value} {unit} from their liver, and their values scatter by up to {value_2}. That livers differ by {spread} between patients is taken away.</source>
        <translation>Tumoren liegen bis zu {value} {unit} von ihrer Leber entfernt, und ihre Werte streuen um bis zu {value_2}. Dass Lebern sich zwischen Patienten um {spread} unterscheiden, wird weggenommen.</translation>
    </message>
    <message>
        <source>Two networks need more than {minutes} minutes.</source>
        <translation>Zwei Netze brauchen mehr als {minutes} Minuten.</translation>
    </message>
    <message>
        <source>Two networks: one finds the organ, the other looks closely inside its box</source>
        <translation>Zwei Netze: eines findet das Organ, das andere sieht in dessen Rahmen genau hin</translation>
    </message>
    <message>
        <source>two: {squared} finds the liver, then its box is looked at closely</source>
        <translation>zwei: {squared} findet die Leber, dann wird ihr Rahmen aus der Nähe angesehen</translation>
    </message>
    <message>
        <source>U-Net, {depth} levels, {width} feature maps at the top</source>
        <translation>U-Net, {depth} Ebenen, {width} Merkmalskarten oben</translation>
    </message>
    <message>
        <source>under {texts} {unit}</source>
        <translation>unter {texts} {unit}</translation>
    </message>
    <message>
        <source>units of values</source>
        <translation>Werteinheiten</translation>
    </message>
    <message>
        <source>unpack it and open its folder, or {not_as_dicom}</source>
        <translation>bitte entpacken und den Ordner öffnen, oder {not_as_dicom}</translation>
    </message>
    <message>
        <source>unpack it first</source>
        <translation>bitte zuerst entpacken</translation>
    </message>
    <message>
        <source>unpack it with a program you trust and open the folder</source>
        <translation>bitte mit einem vertrauten Programm entpacken und den Ordner öffnen</translation>
    </message>
    <message>
        <source>unpack PATIENT_DICOM.zip and MASKS_DICOM.zip of every patient where they lie</source>
        <translation>bitte PATIENT_DICOM.zip und MASKS_DICOM.zip jedes Patienten entpacken, wo sie liegen</translation>
    </message>
    <message>
        <source>unpacks to another size than its header says</source>
        <translation>entpackt sich zu einer anderen Größe, als der Dateikopf sagt</translation>
    </message>
    <message>
        <source>unpacks to more than any header has</source>
        <translation>entpackt sich zu mehr, als ein Dateikopf hat</translation>
    </message>
    <message>
        <source>unpacks to more than the {needed} bytes its header promises</source>
        <translation>entpackt sich zu mehr als den {needed} Bytes, die der Dateikopf verspricht</translation>
    </message>
    <message>
        <source>up to {abs}</source>
        <translation>um bis zu {abs}</translation>
    </message>
    <message>
        <source>update Slicewise</source>
        <translation>bitte Slicewise aktualisieren</translation>
    </message>
    <message>
        <source>Update the driver of the card and start again.</source>
        <translation>Den Treiber der Karte aktualisieren und neu starten.</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Hochskalierung</translation>
    </message>
    <message>
        <source>Upsampling path</source>
        <translation>Weg der Hochskalierung</translation>
    </message>
    <message>
        <source>use a mask whose file holds the spacing</source>
        <translation>bitte eine Maske verwenden, deren Datei den Abstand enthält</translation>
    </message>
    <message>
        <source>use another copy of it</source>
        <translation>bitte eine andere Kopie verwenden</translation>
    </message>
    <message>
        <source>Use its voxel size alone, without left and right</source>
        <translation>Nur die Voxelgröße verwenden, ohne links und rechts</translation>
    </message>
    <message>
        <source>use the model of an earlier round or train with a lower learning_rate</source>
        <translation>bitte das Modell einer früheren Runde verwenden oder mit niedrigerer learning_rate trainieren</translation>
    </message>
    <message>
        <source>uterus</source>
        <translation>Uterus</translation>
    </message>
    <message>
        <source>Validating {case_id}</source>
        <translation>{case_id} wird validiert</translation>
    </message>
    <message>
        <source>validation case {names}</source>
        <translation>Validierungsfall {names}</translation>
    </message>
    <message>
        <source>Validation fraction</source>
        <translation>Validierungsanteil</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>Wert {value}</translation>
    </message>
    <message>
        <source>Value {value} is called {label} in the reference and {there} in the prediction; both are taken for the same.</source>
        <translation>Der Wert {value} heißt {label} in der Referenz und {there} in der Vorhersage; beide gelten als dasselbe.</translation>
    </message>
    <message>
        <source>Value {value} was</source>
        <translation>Wert {value} wurde</translation>
    </message>
    <message>
        <source>Values are grey levels, not HU: windows in HU do not apply.</source>
        <translation>Die Werte sind Graustufen, nicht HU: Fenster in HU gelten nicht.</translation>
    </message>
    <message>
        <source>Values {value} were</source>
        <translation>Werte {value} wurden</translation>
    </message>
    <message>
        <source>vanished while it was read</source>
        <translation>verschwand während des Lesens</translation>
    </message>
    <message>
        <source>vein</source>
        <translation>Vene</translation>
    </message>
    <message>
        <source>vena cava</source>
        <translation>Hohlvene</translation>
    </message>
    <message>
        <source>vertebra</source>
        <translation>Wirbel</translation>
    </message>
    <message>
        <source>vessel</source>
        <translation>Gefäß</translation>
    </message>
    <message>
        <source>Volume error</source>
        <translation>Volumenfehler</translation>
    </message>
    <message>
        <source>Volume error, share</source>
        <translation>Volumenfehler, Anteil</translation>
    </message>
    <message>
        <source>wait for it, stop it, or choose another run</source>
        <translation>bitte darauf warten, es anhalten oder einen anderen Lauf wählen</translation>
    </message>
    <message>
        <source>wait for its first round to end</source>
        <translation>bitte das Ende der ersten Runde abwarten</translation>
    </message>
    <message>
        <source>wait until that one is measured, or stop it</source>
        <translation>bitte warten, bis jene gemessen ist, oder sie anhalten</translation>
    </message>
    <message>
        <source>wait until the training has ended, or stop it</source>
        <translation>bitte warten, bis das Training zu Ende ist, oder es anhalten</translation>
    </message>
    <message>
        <source>Waiting for the other folds</source>
        <translation>Warten auf die anderen Folds</translation>
    </message>
    <message>
        <source>was drawn on a series that is not here</source>
        <translation>wurde auf einer Serie gezeichnet, die nicht hier ist</translation>
    </message>
    <message>
        <source>was drawn on another series than the open scan</source>
        <translation>wurde auf einer anderen Serie als der geöffneten Aufnahme gezeichnet</translation>
    </message>
    <message>
        <source>was learned from or validated on when {path} was made</source>
        <translation>wurde zum Lernen oder Validieren verwendet, als {path} entstand</translation>
    </message>
    <message>
        <source>was lost</source>
        <translation>ging verloren</translation>
    </message>
    <message>
        <source>was made by a newer Slicewise</source>
        <translation>wurde von einem neueren Slicewise gemacht</translation>
    </message>
    <message>
        <source>was not copied whole</source>
        <translation>wurde nicht vollständig kopiert</translation>
    </message>
    <message>
        <source>was not kept</source>
        <translation>wurde nicht aufbewahrt</translation>
    </message>
    <message>
        <source>was not saved</source>
        <translation>wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>was not saved: reading back, it {fault}</source>
        <translation>wurde nicht gespeichert: zurückgelesen {fault}</translation>
    </message>
    <message>
        <source>was not saved: what was read back differs</source>
        <translation>wurde nicht gespeichert: das Zurückgelesene weicht ab</translation>
    </message>
    <message>
        <source>was not written ({value})</source>
        <translation>wurde nicht geschrieben ({value})</translation>
    </message>
    <message>
        <source>was scanned with a tilted gantry ({angle} degrees; slices shift sideways by {max} mm in all)</source>
        <translation>wurde mit gekippter Gantry aufgenommen ({angle} Grad; Schichten verschieben sich insgesamt um {max} mm seitwärts)</translation>
    </message>
    <message>
        <source>was stopped</source>
        <translation>wurde angehalten</translation>
    </message>
    <message>
        <source>was written by a newer Slicewise</source>
        <translation>wurde von einem neueren Slicewise geschrieben</translation>
    </message>
    <message>
        <source>was written by a newer Slicewise (format {version})</source>
        <translation>wurde von einem neueren Slicewise geschrieben (Format {version})</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>What a pixel measures is known once the data set was planned or trained on.</source>
        <translation>Was ein Pixel misst, ist bekannt, sobald für den Datensatz geplant oder mit ihm trainiert wurde.</translation>
    </message>
    <message>
        <source>What is made small: a name in LOSSES</source>
        <translation>Was klein gemacht wird: ein Name aus LOSSES</translation>
    </message>
    <message>
        <source>What more patients would bring for {name} cannot be told from {dice} runs.</source>
        <translation>Was mehr Patienten für {name} brächten, lässt sich aus {dice} Läufen nicht sagen.</translation>
    </message>
    <message>
        <source>Whether one person is both learned from and scored on was not looked at: the record of the run cannot be read ({strerror}).</source>
        <translation>Ob von einer Person zugleich gelernt und an ihr bewertet wird, wurde nicht geprüft: das Protokoll des Laufs kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>Window high</source>
        <translation>Fenster oben</translation>
    </message>
    <message>
        <source>Window low</source>
        <translation>Fenster unten</translation>
    </message>
    <message>
        <source>with the ones above and below</source>
        <translation>mit denen darüber und darunter</translation>
    </message>
    <message>
        <source>Without a liver label there is no box to look into.</source>
        <translation>Ohne Leberlabel gibt es keinen Rahmen, in den zu sehen wäre.</translation>
    </message>
    <message>
        <source>Without contours, and left out: {listed}.</source>
        <translation>Ohne Konturen und weggelassen: {listed}.</translation>
    </message>
    <message>
        <source>would be {there} ({case_id}) and {here} ({case_id_2})</source>
        <translation>wäre {there} ({case_id}) und {here} ({case_id_2})</translation>
    </message>
    <message>
        <source>would hold no labels</source>
        <translation>enthielte keine Labels</translation>
    </message>
    <message>
        <source>would lose values: pictures hold whole numbers from 0 to 65,535</source>
        <translation>verlöre Werte: Bilder enthalten ganze Zahlen von 0 bis 65.535</translation>
    </message>
    <message>
        <source>would need {bytes_needed} GB of memory</source>
        <translation>würde {bytes_needed} GB Speicher brauchen</translation>
    </message>
    <message>
        <source>would need {unpacked} GB from {size} MB</source>
        <translation>würde {unpacked} GB aus {size} MB brauchen</translation>
    </message>
    <message>
        <source>would not say what its labels mean ({count} of them, numbers up to {highest})</source>
        <translation>würde nicht sagen, was seine Labels bedeuten ({count} davon, Nummern bis {highest})</translation>
    </message>
    <message>
        <source>Write as one mask</source>
        <translation>Als eine Maske schreiben</translation>
    </message>
    <message>
        <source>Writing {case_id}</source>
        <translation>{case_id} wird geschrieben</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>Ihr Anteil am Datenträger ist aufgebraucht</translation>
    </message>
    <message>
        <source>{abs} slice{value}</source>
        <translation>{abs} Schicht{value}</translation>
    </message>
    <message>
        <source>{across} maps come across from the encoder, {risen} from below</source>
        <translation>{across} Karten kommen vom Encoder herüber, {risen} von unten</translation>
    </message>
    <message>
        <source>{air} of the {label} label lies on air or lung</source>
        <translation>{air} des Labels {label} liegen auf Luft oder Lunge</translation>
    </message>
    <message>
        <source>{asked} was chosen in the settings.</source>
        <translation>{asked} wurde in den Einstellungen gewählt.</translation>
    </message>
    <message>
        <source>{bad} rows</source>
        <translation>{bad} Zeilen</translation>
    </message>
    <message>
        <source>{batch_size} slices of {squared} at once need </source>
        <translation>{batch_size} Schichten von {squared} auf einmal brauchen </translation>
    </message>
    <message>
        <source>{batch_size} slices, {micro_batch} in memory at once</source>
        <translation>{batch_size} Schichten, {micro_batch} auf einmal im Speicher</translation>
    </message>
    <message>
        <source>{before} of {before_2} {label} voxels lay {place} and were removed.</source>
        <translation>{before} von {before_2} Voxeln ({label}) lagen {place} und wurden entfernt.</translation>
    </message>
    <message>
        <source>{canonical} slices of {one} are learned from, </source>
        <translation>Gelernt wird von {canonical} Schichten von {one}, </translation>
    </message>
    <message>
        <source>{capitalize} Dice went from {measured}, too unevenly to tell what {doubled} would bring.</source>
        <translation>{capitalize}: der Dice ging von {measured}, zu ungleichmäßig, um zu sagen, was {doubled} brächten.</translation>
    </message>
    <message>
        <source>{capitalize} Dice went from {measured}; twice as many ({doubled}) would bring about {error} ({low} to {high}), {gain}: {verdict}.</source>
        <translation>{capitalize}: der Dice ging von {measured}; doppelt so viele ({doubled}) brächten etwa {error} ({low} bis {high}), {gain}: {verdict}.</translation>
    </message>
    <message>
        <source>{capitalize} holds {percent} of all tumour voxels; batches draw from every patient alike, so that the others are seen as often.</source>
        <translation>{capitalize} enthält {percent} aller Tumorvoxel; Batches ziehen aus jedem Patienten gleich oft, sodass die anderen ebenso gesehen werden.</translation>
    </message>
    <message>
        <source>{capitalize} is {percent} of all voxels: Dice does not drown in background, cross-entropy guides it where Dice is flat. Batches are filled so that the label is in every one.</source>
        <translation>{capitalize} macht {percent} aller Voxel aus: Dice ertrinkt nicht im Hintergrund, Kreuzentropie führt ihn, wo Dice flach ist. Batches werden so gefüllt, dass das Label in jedem ist.</translation>
    </message>
    <message>
        <source>{capitalize} is {value} in the reference and {own} in the prediction.</source>
        <translation>{capitalize} ist {value} in der Referenz und {own} in der Vorhersage.</translation>
    </message>
    <message>
        <source>{capitalize} was not learned from any number of patients (Dice {dice} at best): these trainings were too short to tell what more patients would bring; give them more minutes.</source>
        <translation>{capitalize} wurde aus keiner Zahl von Patienten gelernt (Dice höchstens {dice}): diese Trainings waren zu kurz, um zu sagen, was mehr Patienten brächten; bitte mehr Minuten geben.</translation>
    </message>
    <message>
        <source>{capitalize} was to be learned, but the masks of this data set hold only {names}: {region} is learned instead.</source>
        <translation>{capitalize} sollte gelernt werden, aber die Masken dieses Datensatzes enthalten nur {names}: stattdessen wird {region} gelernt.</translation>
    </message>
    <message>
        <source>{card_mb} GB on the graphics card and {memory}</source>
        <translation>{card_mb} GB auf der Grafikkarte und {memory}</translation>
    </message>
    <message>
        <source>{case_id} is not scored: {error}</source>
        <translation>{case_id} wird nicht bewertet: {error}</translation>
    </message>
    <message>
        <source>{cases} cases</source>
        <translation>{cases} Fälle</translation>
    </message>
    <message>
        <source>{channels} maps of {side} × {side} pixels</source>
        <translation>{channels} Karten von {side} × {side} Pixeln</translation>
    </message>
    <message>
        <source>{codes} colours as labels 1 to {codes}, the largest first</source>
        <translation>{codes} Farben als Labels 1 bis {codes}, die größte zuerst</translation>
    </message>
    <message>
        <source>{coloured} of {count} pictures are coloured; their {shown} is shown.</source>
        <translation>{coloured} von {count} Bildern sind farbig; gezeigt wird: {shown}.</translation>
    </message>
    <message>
        <source>{counted} left aside: only CT is read.</source>
        <translation>{counted} beiseitegelassen: nur CT wird gelesen.</translation>
    </message>
    <message>
        <source>{counted} of names that are not quite the same: {example}</source>
        <translation>{counted} von Namen, die nicht ganz gleich sind: {example}</translation>
    </message>
    <message>
        <source>{counted} repaired by Slicewise: {made}. Scores are against the repaired masks; see the folder {folder}.</source>
        <translation>{counted} von Slicewise repariert: {made}. Die Werte beziehen sich auf die reparierten Masken; siehe Ordner {folder}.</translation>
    </message>
    <message>
        <source>{counted} {verb} no {other} and will not be used: {listed}.</source>
        <translation>{counted}: {verb} kein Gegenstück ({other}), wird nicht verwendet: {listed}.</translation>
    </message>
    <message>
        <source>{count} are a good start</source>
        <translation>{count} sind ein guter Anfang</translation>
    </message>
    <message>
        <source>{count} are enough for a first model; each further one, best from another hospital, will still help</source>
        <translation>{count} genügen für ein erstes Modell; jeder weitere, am besten aus einem anderen Krankenhaus, hilft noch</translation>
    </message>
    <message>
        <source>{count} are few</source>
        <translation>{count} sind wenige</translation>
    </message>
    <message>
        <source>{count} cases of this data set were</source>
        <translation>{count} Fälle dieses Datensatzes wurden</translation>
    </message>
    <message>
        <source>{count} is little</source>
        <translation>{count} ist wenig</translation>
    </message>
    <message>
        <source>{count} multiply-adds a slice</source>
        <translation>{count} Multiplikationen mit Addition je Schicht</translation>
    </message>
    <message>
        <source>{count} of {display_name} will not be used: {shown}{more}.</source>
        <translation>{count} von {display_name} nicht verwendbar: {shown}{more}.</translation>
    </message>
    <message>
        <source>{count} of {people} patients hold a label to be scored on: {count} folds, not {asked}.</source>
        <translation>{count} von {people} Patienten haben ein Label zum Bewerten: {count} Folds, nicht {asked}.</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} Parameter</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>{count} slice holds numbers beyond the {bits_stored} bits they announce ({named}).</source>
        <translation>{count} Schicht enthält Zahlen jenseits der angekündigten {bits_stored} Bit ({named}).</translation>
    </message>
    <message>
        <source>{count} slices hold numbers beyond the {bits_stored} bits they announce ({named}).</source>
        <translation>{count} Schichten enthalten Zahlen jenseits der angekündigten {bits_stored} Bit ({named}).</translation>
    </message>
    <message>
        <source>{count} voxel</source>
        <translation>{count} Voxel</translation>
    </message>
    <message>
        <source>{count} voxels of the tumour lie within the liver, which counts them in.</source>
        <translation>{count} Voxel des Tumors liegen in der Leber, die sie mitzählt.</translation>
    </message>
    <message>
        <source>{count} would be a good start, but with {a_patient} slices of each there are only {counted}</source>
        <translation>{count} wären ein guter Anfang, aber mit {a_patient} Schichten von jedem sind es nur {counted}</translation>
    </message>
    <message>
        <source>{dark} of the {label} label lies on fat or air</source>
        <translation>{dark} des Labels {label} liegen auf Fett oder Luft</translation>
    </message>
    <message>
        <source>{dark} of the {label} label lies on fat or air: look at this case.</source>
        <translation>{dark} des Labels {label} liegen auf Fett oder Luft: bitte diesen Fall ansehen.</translation>
    </message>
    <message>
        <source>{dice} with {patients} to {dice_2} with {patients_2} patients</source>
        <translation>{dice} bei {patients} auf {dice_2} bei {patients_2} Patienten</translation>
    </message>
    <message>
        <source>{display_name} and {display_name_2} in one folder, {display_name_3}, and {slices} files in each</source>
        <translation>{display_name} und {display_name_2} in einem Ordner, {display_name_3}, und in jedem {slices} Dateien</translation>
    </message>
    <message>
        <source>{display_name} and {names} in one folder, {display_name_2}</source>
        <translation>{display_name} und {names} in einem Ordner, {display_name_2}</translation>
    </message>
    <message>
        <source>{display_name} holds one case only; training needs a second patient to be scored on.</source>
        <translation>{display_name} enthält nur einen Fall; Training braucht einen zweiten Patienten zum Bewerten.</translation>
    </message>
    <message>
        <source>{error} Labels keep their usual names.</source>
        <translation>{error} Labels behalten ihre üblichen Namen.</translation>
    </message>
    <message>
        <source>{error} The state saved before it is used instead.</source>
        <translation>{error} Stattdessen wird der davor gespeicherte Stand verwendet.</translation>
    </message>
    <message>
        <source>{false} false alarms</source>
        <translation>{false} Fehlalarme</translation>
    </message>
    <message>
        <source>{faulty} more cases have problems; see unet-core check.</source>
        <translation>{faulty} weitere Fälle haben Probleme; siehe unet-core check.</translation>
    </message>
    <message>
        <source>{fault}, more than the {limit_mb} GB of memory {limit_words}</source>
        <translation>{fault}, mehr als die {limit_mb} GB Speicher {limit_words}</translation>
    </message>
    <message>
        <source>{fault}: JPEG blurs the edges of masks</source>
        <translation>{fault}: JPEG verwischt die Ränder von Masken</translation>
    </message>
    <message>
        <source>{first}, then {lower}{second}</source>
        <translation>{first}, dann {lower}{second}</translation>
    </message>
    <message>
        <source>{folder} cannot be written to ({strerror}).</source>
        <translation>In {folder} kann nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>{folder} has a damaged {run_file}; start a new run.</source>
        <translation>{folder} hat eine beschädigte {run_file}; bitte einen neuen Lauf beginnen.</translation>
    </message>
    <message>
        <source>{format} read as {list}.</source>
        <translation>{format} als {list} gelesen.</translation>
    </message>
    <message>
        <source>{forward} to predict a slice, {training} to learn from it</source>
        <translation>{forward} zum Vorhersagen einer Schicht, {training} zum Lernen davon</translation>
    </message>
    <message>
        <source>{gap} mm apart{known}</source>
        <translation>{gap} mm auseinander{known}</translation>
    </message>
    <message>
        <source>{group}: {found} of {total} lesions found, mean lesion Dice {number}, {false} false</source>
        <translation>{group}: {found} von {total} Läsionen gefunden, mittlerer Läsions-Dice {number}, {false} falsch</translation>
    </message>
    <message>
        <source>{held} slices were kept aside at random. Their neighbours in the same scans are learned from, so all scores are too good; judge the model on other patients.</source>
        <translation>{held} Schichten wurden zufällig zurückgehalten. Von ihren Nachbarn in denselben Aufnahmen wird gelernt, alle Werte sind also zu gut; das Modell bitte an anderen Patienten beurteilen.</translation>
    </message>
    <message>
        <source>{image} with {mask}. Check this.</source>
        <translation>{image} mit {mask}. Bitte prüfen.</translation>
    </message>
    <message>
        <source>{kind}, {depth} levels deep</source>
        <translation>{kind}, {depth} Stufen tief</translation>
    </message>
    <message>
        <source>{kind}, {depth} levels deep, {networks} times</source>
        <translation>{kind}, {depth} Stufen tief, {networks}-mal</translation>
    </message>
    <message>
        <source>{learned} scans; {kept} more kept aside for validation</source>
        <translation>{learned} Aufnahmen; {kept} weitere für die Validierung zurückgehalten</translation>
    </message>
    <message>
        <source>{limit}, about {rounds} rounds of {batches} batches</source>
        <translation>{limit}, etwa {rounds} Runden zu {batches} Batches</translation>
    </message>
    <message>
        <source>{limit}, rounds of {batches} batches</source>
        <translation>{limit}, Runden zu {batches} Batches</translation>
    </message>
    <message>
        <source>{list} and {paths} more</source>
        <translation>{list} und {paths} weitere</translation>
    </message>
    <message>
        <source>{list} changed on disk during the run; what was learned is the data as they were at its start.</source>
        <translation>{list} änderten sich während des Laufs auf dem Datenträger; gelernt wurden die Daten, wie sie zu Beginn waren.</translation>
    </message>
    <message>
        <source>{list} have the very same mask but not the same scan: one of them has another&apos;s mask.</source>
        <translation>{list} haben genau dieselbe Maske, aber nicht dieselbe Aufnahme: eine davon hat die Maske einer anderen.</translation>
    </message>
    <message>
        <source>{list} hold the very same scan: keep one, or it is learned from and scored at once.</source>
        <translation>{list} enthalten genau dieselbe Aufnahme: bitte eine behalten, sonst wird zugleich von ihr gelernt und an ihr bewertet.</translation>
    </message>
    <message>
        <source>{low} of {contrasts} misses differ from the liver by less than {faint} HU: they are faint.</source>
        <translation>{low} von {contrasts} übersehenen unterscheiden sich von der Leber um weniger als {faint} HU: sie sind blass.</translation>
    </message>
    <message>
        <source>{low} to {high} HU</source>
        <translation>{low} bis {high} HU</translation>
    </message>
    <message>
        <source>{memory_mb} GB of memory</source>
        <translation>{memory_mb} GB Speicher</translation>
    </message>
    <message>
        <source>{middle} of the last rounds went into validating and saving, not learning.</source>
        <translation>{middle} der letzten Runden gingen in Validieren und Speichern, nicht ins Lernen.</translation>
    </message>
    <message>
        <source>{minutes} h {minutes_2} min</source>
        <translation>{minutes} h {minutes_2} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} Minuten</translation>
    </message>
    <message>
        <source>{minutes} minutes at {wanted} show this computer {images} slices, too few to learn from: at {size} they are about {guess}.</source>
        <translation>{minutes} Minuten bei {wanted} zeigen diesem Computer {images} Schichten, zu wenige zum Lernen: bei {size} sind es etwa {guess}.</translation>
    </message>
    <message>
        <source>{minute}, epoch {epoch}</source>
        <translation>{minute}, Epoche {epoch}</translation>
    </message>
    <message>
        <source>{missing} of {cases} scans have no true spacing: sizes in mm are unknown there.</source>
        <translation>{missing} von {cases} Aufnahmen haben keinen wahren Abstand: Größen in mm sind dort unbekannt.</translation>
    </message>
    <message>
        <source>{mm} mm a pixel</source>
        <translation>{mm} mm je Pixel</translation>
    </message>
    <message>
        <source>{models}, one for each fold; the mean of all decides</source>
        <translation>{models}, eines je Fold; das Mittel aller entscheidet</translation>
    </message>
    <message>
        <source>{named} can also be run as {program}: only the picture was read; do not start the file.</source>
        <translation>{named} kann auch als Programm laufen ({program}): nur das Bild wurde gelesen; die Datei bitte nicht starten.</translation>
    </message>
    <message>
        <source>{named} hold numbers above 32,767 though HU are far smaller: perhaps they are negative ones marked as unsigned.</source>
        <translation>{named} enthalten Zahlen über 32.767, obwohl HU weit kleiner sind: vielleicht sind es negative, die als vorzeichenlos markiert sind.</translation>
    </message>
    <message>
        <source>{named} unlike the other {slices}</source>
        <translation>{named} anders als die übrigen {slices}</translation>
    </message>
    <message>
        <source>{names} are mostly pure white: the upper end of the grey window is too low.</source>
        <translation>{names} sind größtenteils reinweiß: das obere Ende des Grauwertfensters ist zu niedrig.</translation>
    </message>
    <message>
        <source>{names} are of one person: {evidence}. They stay together in every split.</source>
        <translation>{names} sind von einer Person: {evidence}. Sie bleiben in jeder Aufteilung zusammen.</translation>
    </message>
    <message>
        <source>{names} hardly differ from one even grey: the grey window does not fit these scans.</source>
        <translation>{names} unterscheiden sich kaum von einem gleichmäßigen Grau: das Grauwertfenster passt nicht zu diesen Aufnahmen.</translation>
    </message>
    <message>
        <source>{names} may be of one person: {evidence}. Look at them; if it is so, keep them together with --same-person {text_of}.</source>
        <translation>{names} könnten von einer Person sein: {evidence}. Bitte ansehen; wenn es so ist, mit --same-person {text_of} zusammenhalten.</translation>
    </message>
    <message>
        <source>{names} of {patients} patients are never learned from and scored after each round; every label stays among the others.{sure}</source>
        <translation>Von {names} von {patients} Patienten wird nie gelernt, nach jeder Runde werden sie bewertet; jedes Label bleibt unter den anderen.{sure}</translation>
    </message>
    <message>
        <source>{names} of {patients} patients is never learned from and scored after each round; every label stays among the others.{sure}</source>
        <translation>Von {names} von {patients} Patienten wird nie gelernt, nach jeder Runde wird er bewertet; jedes Label bleibt unter den anderen.{sure}</translation>
    </message>
    <message>
        <source>{name} cannot say that its voxel size is unknown; other programs will read mm.</source>
        <translation>{name} kann nicht sagen, dass die Voxelgröße unbekannt ist; andere Programme werden mm lesen.</translation>
    </message>
    <message>
        <source>{name} is fastest here: three layers take {times}.</source>
        <translation>{name} ist hier am schnellsten: drei Schichten des Netzes brauchen {times}.</translation>
    </message>
    <message>
        <source>{name} is not in the data set any more and is not scored.</source>
        <translation>{name} ist nicht mehr im Datensatz und wird nicht bewertet.</translation>
    </message>
    <message>
        <source>{name} is on {percent} of {slices} slices and is {percent_2} of all voxels</source>
        <translation>{name} ist auf {percent} von {slices} Schichten und macht {percent_2} aller Voxel aus</translation>
    </message>
    <message>
        <source>{name} is what this run began with.</source>
        <translation>{name} ist das, womit dieser Lauf begann.</translation>
    </message>
    <message>
        <source>{name} keeps neither status nor locks of labels; choose .seg.nrrd to keep them.</source>
        <translation>{name} bewahrt weder Status noch Sperren der Labels; .seg.nrrd wählen, um sie zu bewahren.</translation>
    </message>
    <message>
        <source>{name} keeps the numbers of its labels but not their names ({list}); choose .seg.nrrd to keep them.</source>
        <translation>{name} bewahrt die Nummern der Labels, aber nicht ihre Namen ({list}); .seg.nrrd wählen, um sie zu bewahren.</translation>
    </message>
    <message>
        <source>{name} lies beside the only scan, and names no series</source>
        <translation>{name} liegt neben der einzigen Aufnahme und nennt keine Serie</translation>
    </message>
    <message>
        <source>{name} names regions of several values ({list}): values are shown by their numbers.</source>
        <translation>{name} nennt Regionen aus mehreren Werten ({list}): Werte werden mit ihren Nummern gezeigt.</translation>
    </message>
    <message>
        <source>{name} says neither how large its voxels are nor where they lie, as all pictures.</source>
        <translation>{name} sagt weder, wie groß die Voxel sind, noch wo sie liegen, wie alle Bilder.</translation>
    </message>
    <message>
        <source>{name} says that it was drawn on this series</source>
        <translation>{name} sagt, dass es auf dieser Serie gezeichnet wurde</translation>
    </message>
    <message>
        <source>{name} sets value {ignored} aside to be ignored, but here it would be learned as a label; take it out of the masks.</source>
        <translation>{name} nimmt den Wert {ignored} aus, aber hier würde er als Label gelernt; bitte aus den Masken entfernen.</translation>
    </message>
    <message>
        <source>{name} shows {low} to {high} HU as grey 0 to 255; HU cannot be had from it.</source>
        <translation>{name} zeigt {low} bis {high} HU als Grau 0 bis 255; HU sind daraus nicht zu gewinnen.</translation>
    </message>
    <message>
        <source>{name} {getattr} (now {getattr_2})</source>
        <translation>{name} {getattr} (jetzt {getattr_2})</translation>
    </message>
    <message>
        <source>{needed_mb} GB, more than the {limit} {limit_words}</source>
        <translation>{needed_mb} GB, mehr als die {limit} {limit_words}</translation>
    </message>
    <message>
        <source>{no_contrast}the reference holds no liver to compare lesions with.</source>
        <translation>{no_contrast}die Referenz enthält keine Leber, mit der Läsionen verglichen werden könnten.</translation>
    </message>
    <message>
        <source>{odd} of {cases} scans have slices that are not square: black is added at two sides, so that organs keep their proportions.</source>
        <translation>{odd} von {cases} Aufnahmen haben Schichten, die nicht quadratisch sind: an zwei Seiten wird Schwarz ergänzt, damit Organe ihre Proportionen behalten.</translation>
    </message>
    <message>
        <source>{of_all} and so on</source>
        <translation>{of_all} und so weiter</translation>
    </message>
    <message>
        <source>{of_liver} of the liver&apos;s border lies in the tumour, {of_tumour} of the tumour&apos;s in the liver.</source>
        <translation>{of_liver} des Leberrands liegen im Tumor, {of_tumour} des Tumorrands in der Leber.</translation>
    </message>
    <message>
        <source>{parameters} parameters, {adds} multiply-adds, {memory} for a slice</source>
        <translation>{parameters} Parameter, {adds} Multiplikationen mit Addition, {memory} je Schicht</translation>
    </message>
    <message>
        <source>{path} was trained with {list}: it has to adapt.</source>
        <translation>{path} wurde trainiert mit {list}: es muss sich anpassen.</translation>
    </message>
    <message>
        <source>{patients} patients</source>
        <translation>{patients} Patienten</translation>
    </message>
    <message>
        <source>{people} patients allow {people} folds, not {asked}: each leaves one patient out.</source>
        <translation>{people} Patienten erlauben {people} Folds, nicht {asked}: jeder lässt einen Patienten aus.</translation>
    </message>
    <message>
        <source>{percent} % larger</source>
        <translation>{percent} % größer</translation>
    </message>
    <message>
        <source>{percent} % of the lesions shrink below three pixels and cannot be learned: choose a larger picture or the close look.</source>
        <translation>{percent} % der Läsionen schrumpfen unter drei Pixel und können nicht gelernt werden: ein größeres Bild oder den nahen Blick wählen.</translation>
    </message>
    <message>
        <source>{percent} % smaller</source>
        <translation>{percent} % kleiner</translation>
    </message>
    <message>
        <source>{percent} of the slices</source>
        <translation>{percent} der Schichten</translation>
    </message>
    <message>
        <source>{percent} of the tumours are too small for the pictures</source>
        <translation>{percent} der Tumoren sind zu klein für die Bilder</translation>
    </message>
    <message>
        <source>{percent} of your tumours</source>
        <translation>{percent} Ihrer Tumoren</translation>
    </message>
    <message>
        <source>{percent} still do</source>
        <translation>{percent} es noch tun</translation>
    </message>
    <message>
        <source>{persons} persons</source>
        <translation>{persons} Personen</translation>
    </message>
    <message>
        <source>{pixels} tumours measure {pixels_2} to {pixels_3} pixels across{millimetres}, half of them less than {median}.</source>
        <translation>{pixels} Tumoren messen {pixels_2} bis {pixels_3} Pixel{millimetres}, die Hälfte davon weniger als {median}.</translation>
    </message>
    <message>
        <source>{pixels} × {pixels} pixels</source>
        <translation>{pixels} × {pixels} Pixel</translation>
    </message>
    <message>
        <source>{pixels} × {pixels} pixels ({mm} mm)</source>
        <translation>{pixels} × {pixels} Pixel ({mm} mm)</translation>
    </message>
    <message>
        <source>{problem}, though its outline fits: look at this case.</source>
        <translation>{problem}, obwohl der Umriss passt: bitte diesen Fall ansehen.</translation>
    </message>
    <message>
        <source>{reason} After it the outline fits the scan by {fit} of 1.</source>
        <translation>{reason} Danach passt der Umriss zu {fit} von 1 auf die Aufnahme.</translation>
    </message>
    <message>
        <source>{reason}, but one side may be numbered from another start</source>
        <translation>{reason}, aber eine Seite ist vielleicht von einem anderen Anfang an nummeriert</translation>
    </message>
    <message>
        <source>{region}: case Dice {number}, IoU {number_2}, mean slice Dice {number_3}, sensitivity {number_4}, precision {number_5}</source>
        <translation>{region}: Fall-Dice {number}, IoU {number_2}, mittlerer Schicht-Dice {number_3}, Sensitivität {number_4}, Präzision {number_5}</translation>
    </message>
    <message>
        <source>{region}: mean {measures} {words}</source>
        <translation>{region}: Mittel {measures} {words}</translation>
    </message>
    <message>
        <source>{rounds_untimed} rounds of {batches} batches at most</source>
        <translation>höchstens {rounds_untimed} Runden zu {batches} Batches</translation>
    </message>
    <message>
        <source>{rounds} rounds</source>
        <translation>{rounds} Runden</translation>
    </message>
    <message>
        <source>{said}, and their numbers follow each other</source>
        <translation>{said}, und ihre Nummern folgen aufeinander</translation>
    </message>
    <message>
        <source>{said}: look at this case.</source>
        <translation>{said}: bitte diesen Fall ansehen.</translation>
    </message>
    <message>
        <source>{said}: {strangers}; look whether both are of one patient.</source>
        <translation>{said}: {strangers}; bitte ansehen, ob beide von einem Patienten sind.</translation>
    </message>
    <message>
        <source>{seconds_words} of learning</source>
        <translation>{seconds_words} Lernen</translation>
    </message>
    <message>
        <source>{self} (with tumour)</source>
        <translation>{self} (mit Tumor)</translation>
    </message>
    <message>
        <source>{setbacks} times</source>
        <translation>{setbacks} Mal</translation>
    </message>
    <message>
        <source>{share} of the mask lies outside the body: look at this case.</source>
        <translation>{share} der Maske liegen außerhalb des Körpers: bitte diesen Fall ansehen.</translation>
    </message>
    <message>
        <source>{share} of the mask lies outside the body: {strangers}; look whether both are of one patient.</source>
        <translation>{share} der Maske liegen außerhalb des Körpers: {strangers}; bitte ansehen, ob beide von einem Patienten sind.</translation>
    </message>
    <message>
        <source>{shown} and {shown_2} differ in case, separators or zeros alone</source>
        <translation>{shown} und {shown_2} unterscheiden sich nur in Groß- und Kleinschreibung, Trennzeichen oder Nullen</translation>
    </message>
    <message>
        <source>{shown} and {shown_2} differ in one letter</source>
        <translation>{shown} und {shown_2} unterscheiden sich in einem Buchstaben</translation>
    </message>
    <message>
        <source>{shown} of the {kind} reader has no mask of the {other} reader and is left out.</source>
        <translation>{shown} ({kind}) hat keine Maske des anderen Befunders ({other}) und wird ausgelassen.</translation>
    </message>
    <message>
        <source>{side} case {unknown}</source>
        <translation>{side}: Fall {unknown}</translation>
    </message>
    <message>
        <source>{size_words}, {parameters} parameters</source>
        <translation>{size_words}, {parameters} Parameter</translation>
    </message>
    <message>
        <source>{size} pixels are halved {depth} times{halved}: the deepest level sees the whole picture on {deep} x {deep} points. {width} feature maps are what a graphics card learns quickly enough.</source>
        <translation>{size} Pixel werden {depth} Mal halbiert{halved}: die tiefste Ebene sieht das ganze Bild auf {deep} x {deep} Punkten. {width} Merkmalskarten lernt eine Grafikkarte schnell genug.</translation>
    </message>
    <message>
        <source>{size} pixels are halved {depth} times{halved}: the deepest level sees the whole picture on {deep} x {deep} points. {width} feature maps are what a processor learns quickly enough.</source>
        <translation>{size} Pixel werden {depth} Mal halbiert{halved}: die tiefste Ebene sieht das ganze Bild auf {deep} x {deep} Punkten. {width} Merkmalskarten lernt ein Prozessor schnell genug.</translation>
    </message>
    <message>
        <source>{size} slices at once</source>
        <translation>{size} Schichten auf einmal</translation>
    </message>
    <message>
        <source>{size} x {size} pixels{pixel}, {in_channels} slices at once</source>
        <translation>{size} x {size} Pixel{pixel}, {in_channels} Schichten auf einmal</translation>
    </message>
    <message>
        <source>{slices} slices</source>
        <translation>{slices} Schichten</translation>
    </message>
    <message>
        <source>{slower}, or set gradient_clip to 1.</source>
        <translation>{slower}, oder gradient_clip auf 1 setzen.</translation>
    </message>
    <message>
        <source>{smallest_lesion} pixels</source>
        <translation>{smallest_lesion} Pixel</translation>
    </message>
    <message>
        <source>{soft} of {total} masks had soft edges, which were cut at half.</source>
        <translation>{soft} von {total} Masken hatten weiche Ränder, die auf halber Höhe geschnitten wurden.</translation>
    </message>
    <message>
        <source>{spacing} mm (median)</source>
        <translation>{spacing} mm (Median)</translation>
    </message>
    <message>
        <source>{step}, ReLU</source>
        <translation>{step}, ReLU</translation>
    </message>
    <message>
        <source>{step}, {norm}, ReLU</source>
        <translation>{step}, {norm}, ReLU</translation>
    </message>
    <message>
        <source>{step}; a shortcut around each pair</source>
        <translation>{step}; um jedes Paar eine Abkürzung</translation>
    </message>
    <message>
        <source>{texts} {unit} and more</source>
        <translation>{texts} {unit} und mehr</translation>
    </message>
    <message>
        <source>{train}, which is learned from, and {validation}, which is scored, may be of one person: bones and fat lie alike ({likeness} of 1){others}</source>
        <translation>{train}, wovon gelernt wird, und {validation}, was bewertet wird, könnten von einer Person sein: Knochen und Fett liegen ähnlich ({likeness} von 1){others}</translation>
    </message>
    <message>
        <source>{twins} names are too alike to tell apart: {alike}.</source>
        <translation>{twins} Namen sind zu ähnlich, um sie zu unterscheiden: {alike}.</translation>
    </message>
    <message>
        <source>{upper}{region} is hardly outlined yet (Dice below {hardly}): do not use this model to look for it.</source>
        <translation>{upper}{region} wird noch kaum umrandet (Dice unter {hardly}): dieses Modell nicht verwenden, um danach zu suchen.</translation>
    </message>
    <message>
        <source>{value} (cross-validated: {cases} patients&apos; scans, each by the network that never saw it)</source>
        <translation>{value} (kreuzvalidiert: Aufnahmen von {cases} Patienten, jede von dem Netz, das sie nie sah)</translation>
    </message>
    <message>
        <source>{value} (mean over whole validation patients)</source>
        <translation>{value} (Mittel über ganze Validierungspatienten)</translation>
    </message>
    <message>
        <source>{value} across the slices and {value} left out.</source>
        <translation>{value} quer zu den Schichten und {value} weggelassen.</translation>
    </message>
    <message>
        <source>{value} between two slices and {value} filled on the nearer one.</source>
        <translation>{value} zwischen zwei Schichten und {value} auf der näheren gefüllt.</translation>
    </message>
    <message>
        <source>{value} further from a slice than others and {value} left out.</source>
        <translation>{value} weiter von einer Schicht entfernt als andere und {value} weggelassen.</translation>
    </message>
    <message>
        <source>{value} not closed and {value} left out (points or lines).</source>
        <translation>{value} nicht geschlossen und {value} weggelassen (Punkte oder Linien).</translation>
    </message>
    <message>
        <source>{value} outside the scan and {value} left out.</source>
        <translation>{value} außerhalb der Aufnahme und {value} weggelassen.</translation>
    </message>
    <message>
        <source>{volume} holds grey values, not HU; the model learned from HU windowed to {window}, and the grey values were taken as if windowed the same way.</source>
        <translation>{volume} enthält Grauwerte, nicht HU; das Modell lernte von HU im Fenster {window}, und die Grauwerte wurden behandelt, als wären sie ebenso gefenstert.</translation>
    </message>
    <message>
        <source>{volume} is in HU; the model learned from grey pictures, and the scan was windowed to {window} to look like them.</source>
        <translation>{volume} ist in HU; das Modell lernte von grauen Bildern, und die Aufnahme wurde auf {window} gefenstert, um so auszusehen.</translation>
    </message>
    <message>
        <source>{which} ask to be drawn with low values white (MONOCHROME1): values are as measured, and drawn as usual.</source>
        <translation>{which} sollen mit niedrigen Werten weiß gezeichnet werden (MONOCHROME1): die Werte sind wie gemessen und werden wie üblich gezeichnet.</translation>
    </message>
    <message>
        <source>{which} {listed}{more} of {slices} {verb} no label though those beside do: the mask may lack a slice.</source>
        <translation>{which} {listed}{more} von {slices} {verb} kein Label, obwohl die daneben eines haben: der Maske fehlt vielleicht eine Schicht.</translation>
    </message>
    <message>
        <source>{whole}: their gradients are added up one after the other{normed}.</source>
        <translation>{whole}: ihre Gradienten werden nacheinander addiert{normed}.</translation>
    </message>
    <message>
        <source>{why} (row {n})</source>
        <translation>{why} (Zeile {n})</translation>
    </message>
    <message>
        <source>{why}: there are no neighbours to look at.</source>
        <translation>{why}: es gibt keine Nachbarn anzusehen.</translation>
    </message>
</context>
</TS>
