<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ChangeWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartViews</name>
    <message numerus="yes">
        <source>The %n label(s) share the probability: together they make 1.</source>
        <translation>
            <numerusform>The %n label share the probability: together they make 1.</numerusform>
            <numerusform>The %n labels share the probability: together they make 1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message numerus="yes">
        <source>%n text(s) were given this label by hand. What becomes of them?</source>
        <translation>
            <numerusform>%n text was given this label by hand. What becomes of it?</numerusform>
            <numerusform>%n texts were given this label by hand. What becomes of them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message numerus="yes">
        <source>%n text(s) where one is second by less than %1</source>
        <translation>
            <numerusform>%n text where one is second by less than %1</numerusform>
            <numerusform>%n texts where one is second by less than %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 mean much the same, and on %n text(s) they are less than %2 apart.</source>
        <translation>
            <numerusform>%1 mean much the same, and on %n text they are less than %2 apart.</numerusform>
            <numerusform>%1 mean much the same, and on %n texts they are less than %2 apart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message numerus="yes">
        <source>%n without a right label</source>
        <translation>
            <numerusform>%n without a right label</numerusform>
            <numerusform>%n without a right label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with several right labels, where one is given</source>
        <translation>
            <numerusform>%n with several right labels, where one is given</numerusform>
            <numerusform>%n with several right labels, where one is given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not labeled yet</source>
        <translation>
            <numerusform>%n not labeled yet</numerusform>
            <numerusform>%n not labeled yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n whose right label is none of the label set</source>
        <translation>
            <numerusform>%n whose right label is none of the label set</numerusform>
            <numerusform>%n whose right label is none of the label set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) counted</source>
        <translation>
            <numerusform>%n text counted</numerusform>
            <numerusform>%n texts counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message numerus="yes">
        <source>%n label(s): each is one more question for every text.</source>
        <translation>
            <numerusform>%n label: each is one more question for every text.</numerusform>
            <numerusform>%n labels: each is one more question for every text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s). Those beyond ten: %1 of a full run.</source>
        <translation>
            <numerusform>%n label. Those beyond ten: %1 of a full run.</numerusform>
            <numerusform>%n labels. Those beyond ten: %1 of a full run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s). Those beyond ten: %1 of a full run; memory in all: %2.</source>
        <translation>
            <numerusform>%n label. Those beyond ten: %1 of a full run; memory in all: %2.</numerusform>
            <numerusform>%n labels. Those beyond ten: %1 of a full run; memory in all: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::AcceptDialog</name>
    <message numerus="yes">
        <source>the %n shown</source>
        <translation>
            <numerusform>the %n shown</numerusform>
            <numerusform>the %n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>all %n</numerusform>
            <numerusform>all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n text(s)</source>
        <translation>
            <numerusform>Accept %n text</numerusform>
            <numerusform>Accept %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them, drawn at random:</source>
        <translation>
            <numerusform>%n of them, drawn at random:</numerusform>
            <numerusform>%n of them, drawn at random:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) accepted; one undo takes them back.</source>
        <translation>
            <numerusform>%n suggestion accepted; one undo takes it back.</numerusform>
            <numerusform>%n suggestions accepted; one undo takes them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::AlikeDialog</name>
    <message numerus="yes">
        <source>%n more identical text(s) get it too.</source>
        <translation>
            <numerusform>%n more identical text gets it too.</numerusform>
            <numerusform>%n more identical texts get it too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give it to %n text(s)</source>
        <translation>
            <numerusform>Give it to %n text</numerusform>
            <numerusform>Give it to %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) got the same.</source>
        <translation>
            <numerusform>%n text got the same.</numerusform>
            <numerusform>%n texts got the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::AnswerChangeView</name>
    <message numerus="yes">
        <source>%n text(s) change their label</source>
        <translation>
            <numerusform>%n text changes its label</numerusform>
            <numerusform>%n texts change their label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) lack scores for these labels and are not counted; a run computes them.</source>
        <translation>
            <numerusform>%n text lacks scores for these labels and is not counted; a run computes them.</numerusform>
            <numerusform>%n texts lack scores for these labels and are not counted; a run computes them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::AnswerMatrixModel</name>
    <message numerus="yes">
        <source>%n text(s): %1 before, %2 after</source>
        <translation>
            <numerusform>%n text: %1 before, %2 after</numerusform>
            <numerusform>%n texts: %1 before, %2 after</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ConfusionModel</name>
    <message numerus="yes">
        <source>%1: %n text(s)</source>
        <translation>
            <numerusform>%1: %n text</numerusform>
            <numerusform>%1: %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::DetailsPanel</name>
    <message numerus="yes">
        <source>Softmax over %n label(s): the figures add up to 1.</source>
        <translation>
            <numerusform>Softmax over %n label: the figures add up to 1.</numerusform>
            <numerusform>Softmax over %n labels: the figures add up to 1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::EmptyState</name>
    <message numerus="yes">
        <source>The filter hides all %n text(s).</source>
        <translation>
            <numerusform>The filter hides all %n text.</numerusform>
            <numerusform>The filter hides all %n texts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ErrorStrip</name>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n more)</numerusform>
            <numerusform>(%n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::EvaluationChart</name>
    <message numerus="yes">
        <source>Temperature %1 makes the log loss of %n text(s) least. It changes how sure the labels are said to be, not which one comes first.</source>
        <translation>
            <numerusform>Temperature %1 makes the log loss of %n text least. It changes how sure the labels are said to be, not which one comes first.</numerusform>
            <numerusform>Temperature %1 makes the log loss of %n texts least. It changes how sure the labels are said to be, not which one comes first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::EvaluationPage</name>
    <message numerus="yes">
        <source>What people said (%n text(s))</source>
        <translation>
            <numerusform>What people said (%n text)</numerusform>
            <numerusform>What people said (%n texts)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n row written to %1.</numerusform>
            <numerusform>%n rows written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n row(s)…</source>
        <translation>
            <numerusform>&amp;Export %n row…</numerusform>
            <numerusform>&amp;Export %n rows…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) without an answer left out.</source>
        <translation>
            <numerusform>%n text without an answer left out.</numerusform>
            <numerusform>%n texts without an answer left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::FindingList</name>
    <message numerus="yes">
        <source>&amp;Show %n dismissed note(s) again</source>
        <translation>
            <numerusform>&amp;Show %n dismissed note again</numerusform>
            <numerusform>&amp;Show %n dismissed notes again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::HistoryDialog</name>
    <message numerus="yes">
        <source>The latest %n steps. None is ever removed.</source>
        <translation>
            <numerusform>The latest %n step. None is ever removed.</numerusform>
            <numerusform>The latest %n steps. None is ever removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s). None is ever removed.</source>
        <translation>
            <numerusform>One step. None is ever removed.</numerusform>
            <numerusform>All %n steps. None is ever removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::HubDialog</name>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s).</source>
        <translation>
            <numerusform>%1 Trying again in %n second.</numerusform>
            <numerusform>%1 Trying again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n row(s) imported.</source>
        <translation>
            <numerusform>%n row imported.</numerusform>
            <numerusform>%n rows imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read and are listed here.</source>
        <translation>
            <numerusform>%n row could not be read and are listed here.</numerusform>
            <numerusform>%n rows could not be read and are listed here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelImportDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n label(s): %2</source>
        <translation>
            <numerusform>%1 holds %n label: %2</numerusform>
            <numerusform>%1 holds %n labels: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelListModel</name>
    <message numerus="yes">
        <source>%1, %n text(s)</source>
        <translation>
            <numerusform>%1, %n text</numerusform>
            <numerusform>%1, %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelPanel</name>
    <message numerus="yes">
        <source>Add %n label(s)</source>
        <translation>
            <numerusform>Add %n label</numerusform>
            <numerusform>Add %n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LintStrip</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n text(s) labeled in %1: %2 pairs computed, %3 from the cache.</source>
        <translation>
            <numerusform>%n text labeled in %1: %2 pairs computed, %3 from the cache.</numerusform>
            <numerusform>%n texts labeled in %1: %2 pairs computed, %3 from the cache.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) added.</source>
        <translation>
            <numerusform>%n text added.</numerusform>
            <numerusform>%n texts added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) came from the file.</source>
        <translation>
            <numerusform>%n decision came from the file.</numerusform>
            <numerusform>%n decisions came from the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) are new.</source>
        <translation>
            <numerusform>%n label is new.</numerusform>
            <numerusform>%n labels are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) made here before stay, although the file says otherwise.</source>
        <translation>
            <numerusform>%n decision made here before stays, although the file says otherwise.</numerusform>
            <numerusform>%n decisions made here before stay, although the file says otherwise.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) are about texts that are not here.</source>
        <translation>
            <numerusform>%n decision is about a text that is not here.</numerusform>
            <numerusform>%n decisions are about texts that are not here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MergeCard</name>
    <message numerus="yes">
        <source>%n text(s) have these labels</source>
        <translation>
            <numerusform>%n text has these labels</numerusform>
            <numerusform>%n texts have these labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MergeFoot</name>
    <message numerus="yes">
        <source>%n pair(s) that you keep apart in this label set</source>
        <translation>
            <numerusform>%n pair that you keep apart in this label set</numerusform>
            <numerusform>%n pairs that you keep apart in this label set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) that you asked never to see again</source>
        <translation>
            <numerusform>%n pair that you asked never to see again</numerusform>
            <numerusform>%n pairs that you asked never to see again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MergeHint</name>
    <message numerus="yes">
        <source>See %n suggestion(s) →</source>
        <translation>
            <numerusform>See %n suggestion →</numerusform>
            <numerusform>See %n suggestions →</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MergePage</name>
    <message numerus="yes">
        <source>and by their scores on %n text(s).</source>
        <translation>
            <numerusform>and by their scores on %n text.</numerusform>
            <numerusform>and by their scores on %n texts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n selected and look again</source>
        <translation>
            <numerusform>Merge %n selected and look again</numerusform>
            <numerusform>Merge %n selected and look again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge the labels of %n suggestion(s)</source>
        <translation>
            <numerusform>Merge the labels of %n suggestion</numerusform>
            <numerusform>Merge the labels of %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The labels of %n suggestion(s) are merged; Undo takes them out again.</source>
        <translation>
            <numerusform>The labels of %n suggestion are merged; Undo takes them out again.</numerusform>
            <numerusform>The labels of %n suggestions are merged; Undo takes them out again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ModelChooser</name>
    <message numerus="yes">
        <source>%1: %n text(s)</source>
        <translation>
            <numerusform>%1: %n text</numerusform>
            <numerusform>%1: %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::Reviewer</name>
    <message numerus="yes">
        <source>%1: %n text(s)</source>
        <translation>
            <numerusform>%1: %n text</numerusform>
            <numerusform>%1: %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::SalvageDialog</name>
    <message numerus="yes">
        <source>%n text(s) could not be read and stand there empty, so that every review stays with its text.</source>
        <translation>
            <numerusform>%n text could not be read and stands there empty, so that every review stays with its text.</numerusform>
            <numerusform>%n texts could not be read and stand there empty, so that every review stays with its text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::SelectionBar</name>
    <message numerus="yes">
        <source>%n text(s) selected</source>
        <translation>
            <numerusform>%n text selected</numerusform>
            <numerusform>%n texts selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::SplitDialog</name>
    <message numerus="yes">
        <source>The %n selected text(s) get the new label by hand.</source>
        <translation>
            <numerusform>The selected text gets the new label by hand.</numerusform>
            <numerusform>The %n selected texts get the new label by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%n text(s) truncated</source>
        <translation>
            <numerusform>%n text truncated</numerusform>
            <numerusform>%n texts truncated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) put off</source>
        <translation>
            <numerusform>%n text put off</numerusform>
            <numerusform>%n texts put off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) flagged</source>
        <translation>
            <numerusform>%n text flagged</numerusform>
            <numerusform>%n texts flagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) wait for texts that are not open; they come back with them</source>
        <translation>
            <numerusform>%n decision waits for a text that is not open; it comes back with it</numerusform>
            <numerusform>%n decisions wait for texts that are not open; they come back with them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::TextsPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %n text(s)</source>
        <translation>
            <numerusform>Label %n text</numerusform>
            <numerusform>Label %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ToolStrip</name>
    <message numerus="yes">
        <source>&amp;Export %n row(s)…</source>
        <translation>
            <numerusform>&amp;Export %n row…</numerusform>
            <numerusform>&amp;Export %n rows…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %n text(s)</source>
        <translation>
            <numerusform>Label %n text</numerusform>
            <numerusform>Label %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::UsedLabelsDialog</name>
    <message numerus="yes">
        <source>&amp;Add %n label(s)</source>
        <translation><numerusform>&amp;Add %n label</numerusform><numerusform>&amp;Add %n labels</numerusform></translation>
    </message>
</context>
</TS>
