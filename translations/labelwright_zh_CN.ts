<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AmountText</name>
    <message>
        <source>under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>the set is called “%1”</source>
        <translation>标签集改名为「%1」</translation>
    </message>
    <message>
        <source>the question is “%2” instead of “%1”</source>
        <translation>问法由「%1」改为「%2」</translation>
    </message>
    <message>
        <source>“%1” was added</source>
        <translation>新增「%1」</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>删除「%1」</translation>
    </message>
    <message>
        <source>“%1” is called “%2”</source>
        <translation>「%1」改名为「%2」</translation>
    </message>
    <message>
        <source>no longer asked as “%1”</source>
        <translation>不再问作「%1」</translation>
    </message>
    <message>
        <source>asked as “%1”</source>
        <translation>问作「%1」</translation>
    </message>
    <message>
        <source>a description was removed</source>
        <translation>去掉说明</translation>
    </message>
    <message>
        <source>described as “%1”</source>
        <translation>说明改为「%1」</translation>
    </message>
    <message>
        <source>“%1” has another colour</source>
        <translation>「%1」换了颜色</translation>
    </message>
    <message>
        <source>the key %1 is free</source>
        <translation>取消快捷键 %1</translation>
    </message>
    <message>
        <source>the key is %1</source>
        <translation>快捷键改为 %1</translation>
    </message>
    <message>
        <source>“%1” stands at the top</source>
        <translation>「%1」移到顶层</translation>
    </message>
    <message>
        <source>“%1” stands below “%2”</source>
        <translation>「%1」归到「%2」下</translation>
    </message>
    <message>
        <source>“%1” was merged into “%2”</source>
        <translation>「%1」并入「%2」</translation>
    </message>
    <message>
        <source>“%2” was taken out of “%1”</source>
        <translation>从「%1」中拆出「%2」</translation>
    </message>
    <message>
        <source>the order is another one</source>
        <translation>调整顺序</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>没有变化</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>“%1” and “%2” are kept apart</source>
        <translation>「%1」与「%2」保持分开</translation>
    </message>
    <message>
        <source>“%1” and “%2” are no longer kept apart</source>
        <translation>「%1」与「%2」不再保持分开</translation>
    </message>
</context>
<context>
    <name>ChartViews</name>
    <message>
        <source>Threshold %1</source>
        <translation>阈值 %1</translation>
    </message>
    <message>
        <source>No label below %1</source>
        <translation>低于 %1 不下结论</translation>
    </message>
    <message>
        <source>How sure the model is</source>
        <translation>模型有多大把握</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>With a label</source>
        <translation>有标签</translation>
    </message>
    <message>
        <source>Without a label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Texts by label</source>
        <translation>各标签的文本数</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>未下结论</translation>
    </message>
    <message>
        <source>Not labeled yet</source>
        <translation>尚未标注</translation>
    </message>
    <message>
        <source>Scores of row %1</source>
        <translation>第 %1 行的得分</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Each label is judged alone: the probabilities need not add up to 1.</source>
        <translation>每个标签单独判断：概率之和不一定为 1。</translation>
    </message>
    <message numerus="yes">
        <source>The %n label(s) share the probability: together they make 1.</source>
        <translation>
            <numerusform>%n 个标签分摊概率：合计为 1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>Delete the label %1</source>
        <translation>删除标签「%1」</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were given this label by hand. What becomes of them?</source>
        <translation>
            <numerusform>有 %n 条文本由人工标为此标签，它们怎么办？</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them the label</source>
        <translation>改为标签</translation>
    </message>
    <message>
        <source>They become texts without a decision</source>
        <translation>撤回这些文本的人工标注</translation>
    </message>
    <message>
        <source>They keep it, marked as a label that is gone</source>
        <translation>保留，显示为已删除的标签</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>This cannot be done as asked: %1</source>
        <translation>无法照此执行：%1</translation>
    </message>
    <message>
        <source>The template must hold {} exactly once: that is where each label&apos;s name goes.</source>
        <translation>问法中必须恰好有一个 {}：标签名称填在那里。</translation>
    </message>
    <message>
        <source>%1 is not there. It may have been moved or renamed; choose it again.</source>
        <translation>找不到 %1，可能已被移动或改名，请重新选择。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check its permissions, then try again.</source>
        <translation>无法读取 %1：%2。请检查权限后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Check permissions and free space, or choose another place.</source>
        <translation>无法写入 %1：%2。请检查权限和剩余空间，或换一个位置。</translation>
    </message>
    <message>
        <source>%1 is damaged or of another kind, at %2: %3. Get the file again, or choose another.</source>
        <translation>%1 已损坏或类型不符，位置 %2：%3。请重新获取文件，或换一个。</translation>
    </message>
    <message>
        <source>The model in %1 cannot be used: %2. Choose another model.</source>
        <translation>%1 中的模型无法使用：%2。请选择其他模型。</translation>
    </message>
    <message>
        <source>The model folder %1 has no %2. Copy or download the missing file into it.</source>
        <translation>模型文件夹 %1 缺少 %2。请把缺少的文件复制或下载到其中。</translation>
    </message>
    <message>
        <source>The weights in %1 have no tensor %2, so they belong to another kind of model. Get the model again.</source>
        <translation>%1 的权重中没有张量 %2，属于另一种模型。请重新获取模型。</translation>
    </message>
    <message>
        <source>Tensor %2 in %1 has the shape %4 where %3 is needed: weights and configuration do not belong together.</source>
        <translation>%1 中张量 %2 的形状是 %4，需要 %3：权重与配置不匹配。</translation>
    </message>
    <message>
        <source>Tensor %2 in %1 holds values that are not numbers: the file is damaged. Get the model again.</source>
        <translation>%1 中张量 %2 含有非数值：文件已损坏。请重新获取模型。</translation>
    </message>
    <message>
        <source>%1 was refused: it asks to run code (%2). Get the model as safetensors from a source that you trust.</source>
        <translation>%1 已被拒绝：它要求执行代码（%2）。请从可信来源获取 safetensors 格式的模型。</translation>
    </message>
    <message>
        <source>No model named %1 was found. Add its folder under Models, or choose another.</source>
        <translation>没有找到名为 %1 的模型。请在“模型”中添加其文件夹，或选择其他模型。</translation>
    </message>
    <message>
        <source>The device %1 cannot be used: %2. Choose another under Settings.</source>
        <translation>设备 %1 无法使用：%2。请在设置中选择其他设备。</translation>
    </message>
    <message>
        <source>%2 cannot compute with %1: %3. Choose another precision under Settings.</source>
        <translation>%2 不能用 %1 计算：%3。请在设置中选择其他精度。</translation>
    </message>
    <message>
        <source>%1 has too little free memory even for one text. Close other programs, or choose a smaller model.</source>
        <translation>%1 的可用内存连一条文本都放不下。请关闭其他程序，或选择更小的模型。</translation>
    </message>
    <message>
        <source>%1 could not be read or written: %2. Check free space and permissions.</source>
        <translation>无法读写 %1：%2。请检查剩余空间和权限。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program (format %2; this one knows %3). It was left untouched; open it with the newer version.</source>
        <translation>%1 由本程序的更新版本写成（格式 %2，本版本只认识 %3）。文件未作改动，请用新版本打开。</translation>
    </message>
    <message>
        <source>%1 could not be reached: %2. Check the connection, then try again.</source>
        <translation>无法连接 %1：%2。请检查网络后重试。</translation>
    </message>
    <message>
        <source>%1 did not arrive as published (another checksum) and was not kept. Download it again.</source>
        <translation>%1 与发布的校验值不符，未予保留。请重新下载。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1). Your work is saved; please report this.</source>
        <translation>程序内部出错（%1）。您的工作已保存，请反馈此问题。</translation>
    </message>
    <message>
        <source>The text is empty</source>
        <translation>文本为空</translation>
    </message>
    <message>
        <source>Bytes that are not valid in this encoding</source>
        <translation>含有此编码中无效的字节</translation>
    </message>
    <message>
        <source>A quote that is never closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>More columns than the header</source>
        <translation>列数多于表头</translation>
    </message>
    <message>
        <source>Fewer columns than the header</source>
        <translation>列数少于表头</translation>
    </message>
    <message>
        <source>Not valid JSON</source>
        <translation>不是有效的 JSON</translation>
    </message>
    <message>
        <source>Not a JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>The text field is missing</source>
        <translation>缺少文本字段</translation>
    </message>
    <message>
        <source>The text field is not a string</source>
        <translation>文本字段不是字符串</translation>
    </message>
    <message>
        <source>Too long for one row</source>
        <translation>一行过长</translation>
    </message>
    <message>
        <source>%1 is open in another program (user %2 on %3). Close it there, or work on a copy.</source>
        <translation>%1 已在另一个程序中打开（用户 %2，机器 %3）。请在那边关闭，或使用副本。</translation>
    </message>
    <message>
        <source>Not a text file</source>
        <translation>不是文本文件</translation>
    </message>
</context>
<context>
    <name>EvaluationViews</name>
    <message>
        <source>No label below %1: %2 answered, %3 of them right</source>
        <translation>低于 %1 不下结论：%2 有结论，其中 %3 正确</translation>
    </message>
    <message>
        <source>Accuracy by coverage</source>
        <translation>覆盖率与准确率</translation>
    </message>
    <message>
        <source>Coverage: share of the texts that get a label</source>
        <translation>覆盖率：有结论的文本比例</translation>
    </message>
    <message>
        <source>Accuracy of these</source>
        <translation>这些文本的准确率</translation>
    </message>
    <message>
        <source>No label below</source>
        <translation>低于此值不下结论</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠性</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Share that is right</source>
        <translation>正确的比例</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>At least (95%)</source>
        <translation>下限（95%）</translation>
    </message>
    <message>
        <source>At most (95%)</source>
        <translation>上限（95%）</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案数</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Calibration by temperature</source>
        <translation>温度与校准</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Less is better</source>
        <translation>越小越好</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>%1 at temperature %2</source>
        <translation>%1（温度 %2）</translation>
    </message>
    <message>
        <source>Calibration error (ECE)</source>
        <translation>校准误差（ECE）</translation>
    </message>
    <message>
        <source>Log loss (NLL)</source>
        <translation>对数损失（NLL）</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>meaning %1</source>
        <translation>意思：%1</translation>
    </message>
    <message>
        <source>one is the wider term: it entails the other, not the reverse</source>
        <translation>一方范围更广：一方蕴含另一方，反之不然</translation>
    </message>
    <message>
        <source>names alone were compared: the texts lack scores</source>
        <translation>只比较了名称：文本还没有得分</translation>
    </message>
    <message>
        <source>on your texts: correlated %1</source>
        <translation>在您的文本上：相关 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) where one is second by less than %1</source>
        <translation>
            <numerusform>%n 条互为第二且相差不到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>no opposites</source>
        <translation>没有相反之处</translation>
    </message>
    <message>
        <source>“%1” and “%2”</source>
        <translation>「%1」和「%2」</translation>
    </message>
    <message>
        <source>%1 mean much the same.</source>
        <translation>%1意思相近。</translation>
    </message>
    <message numerus="yes">
        <source>%1 mean much the same, and on %n text(s) they are less than %2 apart.</source>
        <translation>
            <numerusform>%1意思相近，%n 条文本上两者相差不到 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>look alike (%1), but are opposites (%2 / %3): a merge is never suggested.</source>
        <translation>很像（%1），但意思相反（%2 / %3），永远不会建议合并。</translation>
    </message>
    <message>
        <source>look alike (%1), but one denies the other (%2): a merge is never suggested.</source>
        <translation>很像（%1），但一个否定另一个（%2），永远不会建议合并。</translation>
    </message>
    <message>
        <source>look alike (%1), but are about different things (%2): a merge is never suggested.</source>
        <translation>很像（%1），但说的不是一回事（%2），永远不会建议合并。</translation>
    </message>
    <message>
        <source>look alike (%1), but are more likely opposites (%2) than the same: a merge is not suggested.</source>
        <translation>很像（%1），但更可能是相反（%2）而不是相同，所以不建议合并。</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message numerus="yes">
        <source>%n without a right label</source>
        <translation>
            <numerusform>%n 条没有正确标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with several right labels, where one is given</source>
        <translation>
            <numerusform>%n 条有多个正确标签，而单选只给一个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not labeled yet</source>
        <translation>
            <numerusform>%n 条尚未标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n whose right label is none of the label set</source>
        <translation>
            <numerusform>%n 条的正确标签不在标签集中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) counted</source>
        <translation>
            <numerusform>计入 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; left out: %2</source>
        <translation>%1；未计入：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>未下结论</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>The question “%1” has no {} for the label&apos;s name: every label is asked the same.</source>
        <translation>问法「%1」里没有填标签名称的 {}：每个标签问的都一样。</translation>
    </message>
    <message>
        <source>The question “%1” holds {} more than once.</source>
        <translation>问法「%1」里的 {} 不止一个。</translation>
    </message>
    <message>
        <source>The own question of “%1” holds {} more than once.</source>
        <translation>「%1」的专用问法里的 {} 不止一个。</translation>
    </message>
    <message>
        <source>A label has no name.</source>
        <translation>有一个标签没有名称。</translation>
    </message>
    <message>
        <source>“%1” and “%2” are the same name to a reader.</source>
        <translation>「%1」和「%2」在人看来是同一个名称。</translation>
    </message>
    <message>
        <source>“%1” holds stray spaces or invisible characters.</source>
        <translation>「%1」里有多余的空格或看不见的字符。</translation>
    </message>
    <message>
        <source>“%1” is asked with %2 tokens; the model reads %3.</source>
        <translation>「%1」的问句有 %2 个词元，模型只读 %3 个。</translation>
    </message>
    <message>
        <source>“%1” and “%2” are asked with the same sentence: %3</source>
        <translation>「%1」和「%2」问的是同一句话：%3</translation>
    </message>
    <message>
        <source>“%1” and “%2” have the same key, %3.</source>
        <translation>「%1」和「%2」的快捷键都是 %3。</translation>
    </message>
    <message>
        <source>The key of “%1”, %2, does something else in the window.</source>
        <translation>「%1」的快捷键 %2 在窗口里另有用途。</translation>
    </message>
    <message>
        <source>“%1” and “%2” mean nearly the same (%3).</source>
        <translation>「%1」和「%2」意思相近（%3）。</translation>
    </message>
    <message>
        <source>“%1” is a part of the name “%2”.</source>
        <translation>名称「%1」包含在「%2」里。</translation>
    </message>
    <message>
        <source>“%1” and “%2” are opposites, and no label is for texts that are neither.</source>
        <translation>「%1」和「%2」意思相反，而两者都不是的文本没有标签可归。</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s): each is one more question for every text.</source>
        <translation>
            <numerusform>共 %n 个标签：每多一个，每条文本就多问一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>「%1」（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 Fewest texts: %2.</source>
        <translation>%1文本最少的：%2。</translation>
    </message>
    <message>
        <source>Rename to “%1”</source>
        <translation>改名为「%1」</translation>
    </message>
    <message>
        <source>Tidy to “%1”</source>
        <translation>整理为「%1」</translation>
    </message>
    <message>
        <source>Shorten to “%1”</source>
        <translation>缩短为「%1」</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>删除「%1」</translation>
    </message>
    <message>
        <source>Merge into “%1”</source>
        <translation>合并到「%1」</translation>
    </message>
    <message>
        <source>Put “%1” below “%2”</source>
        <translation>把「%1」归到「%2」之下</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>添加「%1」</translation>
    </message>
    <message>
        <source>Ask “%1”</source>
        <translation>改问「%1」</translation>
    </message>
    <message>
        <source>Remove the English name of “%1”</source>
        <translation>去掉「%1」的英文名</translation>
    </message>
    <message>
        <source>English name “%1”</source>
        <translation>英文名改为「%1」</translation>
    </message>
    <message>
        <source>Ask “%1” by the template</source>
        <translation>「%1」按通用问法来问</translation>
    </message>
    <message>
        <source>Key by place for “%1”</source>
        <translation>「%1」按位置取快捷键</translation>
    </message>
    <message>
        <source>Key %1 for “%2”</source>
        <translation>「%2」改用快捷键 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s). Those beyond ten: %1 of a full run.</source>
        <translation>
            <numerusform>共 %n 个标签。超出十个的部分在整次运行中占时：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s). Those beyond ten: %1 of a full run; memory in all: %2.</source>
        <translation>
            <numerusform>共 %n 个标签。超出十个的部分在整次运行中占时：%1；内存共 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormatWords</name>
    <message>
        <source>Table (CSV, TSV)</source>
        <translation>表格（CSV、TSV）</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON 行</translation>
    </message>
    <message>
        <source>JSON array</source>
        <translation>JSON 数组</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Plain text, one text a line</source>
        <translation>纯文本，每行一条</translation>
    </message>
    <message>
        <source>fastText</source>
        <translation>fastText</translation>
    </message>
    <message>
        <source>Folder, one text a file</source>
        <translation>文件夹，每个文件一条</translation>
    </message>
    <message>
        <source>Label Studio</source>
        <translation>Label Studio</translation>
    </message>
    <message>
        <source>doccano</source>
        <translation>doccano</translation>
    </message>
    <message>
        <source>Argilla</source>
        <translation>Argilla</translation>
    </message>
    <message>
        <source>Prodigy</source>
        <translation>Prodigy</translation>
    </message>
    <message>
        <source>spaCy</source>
        <translation>spaCy</translation>
    </message>
    <message>
        <source>Instructions (Alpaca)</source>
        <translation>指令数据（Alpaca）</translation>
    </message>
    <message>
        <source>Conversations (ShareGPT)</source>
        <translation>对话数据（ShareGPT）</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>TSV table</source>
        <translation>TSV 表格</translation>
    </message>
    <message>
        <source>Hugging Face datasets</source>
        <translation>Hugging Face 数据集</translation>
    </message>
    <message>
        <source>Predictions, decisions, marks and notes in columns of their own.</source>
        <translation>模型预测、人工判定、标记和备注各占一列。</translation>
    </message>
    <message>
        <source>The columns of the table, and sheets on the labels and on how they were given.</source>
        <translation>除表格各列外，另有标签和打标方式两张工作表。</translation>
    </message>
    <message>
        <source>To go on labeling there: decisions as answers, predictions as suggestions.</source>
        <translation>用于在该工具中继续标注：人工判定作为答案，模型预测作为建议。</translation>
    </message>
    <message>
        <source>To go on labeling there: decisions as labels, predictions as metadata.</source>
        <translation>用于在该工具中继续标注：人工判定作为标签，模型预测作为元数据。</translation>
    </message>
    <message>
        <source>To train a model: the decision, or where there is none the prediction; texts without either are left out.</source>
        <translation>用于训练模型：取人工判定，没有则取模型预测；两者都没有的文本不写入。</translation>
    </message>
</context>
<context>
    <name>HubTexts</name>
    <message>
        <source>the answer is not a list of files; is this the hub&apos;s address?</source>
        <translation>返回的不是文件列表；这是模型库的地址吗？</translation>
    </message>
</context>
<context>
    <name>LabelColours</name>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>赭色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Light blue</source>
        <translation>浅蓝</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
</context>
<context>
    <name>LabelGroupMenus</name>
    <message>
        <source>&amp;Merge into</source>
        <translation>合并到(&amp;M)</translation>
    </message>
    <message>
        <source>Put &amp;below</source>
        <translation>归到…之下(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>拆出(&amp;T)</translation>
    </message>
    <message>
        <source>(top level)</source>
        <translation>（顶层）</translation>
    </message>
    <message>
        <source>Merge “%1” into “%2”</source>
        <translation>把「%1」合并到「%2」</translation>
    </message>
    <message>
        <source>Move “%1” in the tree</source>
        <translation>调整「%1」的层级</translation>
    </message>
    <message>
        <source>Take “%1” out</source>
        <translation>拆出「%1」</translation>
    </message>
</context>
<context>
    <name>ModelTexts</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Architecture: %1, %2 layers of %3, up to %4 tokens</source>
        <translation>结构：%1，%2 层，宽 %3，最多 %4 个词元</translation>
    </message>
    <message>
        <source>entailment is output %1, contradiction output %2</source>
        <translation>蕴含是第 %1 个输出，矛盾是第 %2 个输出</translation>
    </message>
    <message>
        <source>entailment is output %1</source>
        <translation>蕴含是第 %1 个输出</translation>
    </message>
    <message>
        <source>Roles, by rule as the model names none: %1</source>
        <translation>角色（模型未命名，按规则确定）：%1</translation>
    </message>
    <message>
        <source>Roles: %1</source>
        <translation>角色：%1</translation>
    </message>
    <message>
        <source>Similarity (bi-encoder)</source>
        <translation>相似度（双编码器）</translation>
    </message>
    <message>
        <source>Inference (cross-encoder)</source>
        <translation>推理（交叉编码器）</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Your folder</source>
        <translation>我的文件夹</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging Face 缓存</translation>
    </message>
    <message>
        <source>ModelScope cache</source>
        <translation>ModelScope 缓存</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Lacks %1</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>文件夹：%1</translation>
    </message>
    <message>
        <source>Recommended question: %1</source>
        <translation>推荐问法：%1</translation>
    </message>
    <message>
        <source>Missing: %1. Copy these files into the folder, then refresh.</source>
        <translation>缺少：%1。请把这些文件复制到文件夹中，然后刷新。</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>Works: loaded in %1 s on %2 with %3 (%4).</source>
        <translation>正常：%1 秒加载完成，设备 %2，%3（%4）。</translation>
    </message>
</context>
<context>
    <name>QueryParser</name>
    <message>
        <source>/%1/ is not a regular expression: %2, at character %3</source>
        <translation>/%1/ 不是正则表达式：%2，位于第 %3 个字符</translation>
    </message>
    <message>
        <source>After %1: a number is expected, such as &lt;0.6 or 0.4~0.6</source>
        <translation>%1 之后应为数字，例如 &lt;0.6 或 0.4~0.6</translation>
    </message>
    <message>
        <source>After %1: yes or no is expected</source>
        <translation>%1 之后应为 yes 或 no</translation>
    </message>
    <message>
        <source>After %1: one of these is expected: %2</source>
        <translation>%1 之后应为以下之一：%2</translation>
    </message>
    <message>
        <source>After %1: a value is expected, such as =A or &lt;5 or 2..7</source>
        <translation>%1 之后应为值，例如 =A、&lt;5 或 2..7</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>File order</source>
        <translation>文件顺序</translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation>拿不准的在前</translation>
    </message>
    <message>
        <source>Most certain first</source>
        <translation>有把握的在前</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>By text</source>
        <translation>按文本</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>短的在前</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>长的在前</translation>
    </message>
    <message>
        <source>Not reviewed first</source>
        <translation>未复核在前</translation>
    </message>
    <message>
        <source>Most divided between labels first</source>
        <translation>标签间最分散的在前</translation>
    </message>
    <message>
        <source>Random order</source>
        <translation>随机顺序</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Import from the &amp;clipboard…</source>
        <translation>从剪贴板导入(&amp;C)…</translation>
    </message>
    <message>
        <source>Take copied lines or spreadsheet cells as texts</source>
        <translation>把复制的行或表格单元格作为文本</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>Two hundred customer messages, to try everything</source>
        <translation>两百条客户留言，可以试用所有功能</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Language, colours, device, precision, cache</source>
        <translation>语言、配色、设备、精度、缓存</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window; everything is saved already</source>
        <translation>关闭窗口，一切已经保存</translation>
    </message>
    <message>
        <source>&amp;Copy texts</source>
        <translation>复制文本(&amp;C)</translation>
    </message>
    <message>
        <source>The selected texts, one a line</source>
        <translation>选中的文本，每行一条</translation>
    </message>
    <message>
        <source>Select &amp;all rows shown</source>
        <translation>选中显示的全部行(&amp;A)</translation>
    </message>
    <message>
        <source>Selects every row that the filter lets through</source>
        <translation>选中筛选后的所有行</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Show only texts that match</source>
        <translation>只显示匹配的文本</translation>
    </message>
    <message>
        <source>C&amp;lear the filter</source>
        <translation>清除筛选(&amp;L)</translation>
    </message>
    <message>
        <source>Show all texts again</source>
        <translation>重新显示全部文本</translation>
    </message>
    <message>
        <source>&amp;Add labels…</source>
        <translation>添加标签(&amp;A)…</translation>
    </message>
    <message>
        <source>Type one label or several, separated by commas</source>
        <translation>输入一个或多个标签，用逗号分隔</translation>
    </message>
    <message>
        <source>&amp;Single</source>
        <translation>单选(&amp;S)</translation>
    </message>
    <message>
        <source>One label for each text: the most probable. Runs no model</source>
        <translation>每条文本一个标签：概率最大的。无需运行模型</translation>
    </message>
    <message>
        <source>&amp;Multi</source>
        <translation>多选(&amp;M)</translation>
    </message>
    <message>
        <source>Any number of labels for each text: all above the threshold. Runs no model</source>
        <translation>每条文本任意多个标签：超过阈值的全部给出。无需运行模型</translation>
    </message>
    <message>
        <source>&amp;Label the texts</source>
        <translation>标注文本(&amp;L)</translation>
    </message>
    <message>
        <source>Ask the model; what the cache knows is not asked again</source>
        <translation>询问模型；缓存中已有的不再询问</translation>
    </message>
    <message>
        <source>&amp;Cancel the run</source>
        <translation>取消运行(&amp;C)</translation>
    </message>
    <message>
        <source>Stop after the batch under way; what is done stays</source>
        <translation>完成当前批次后停止，已完成的保留</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Models found on this computer: add, check, remove, download</source>
        <translation>本机上的模型：添加、检查、移除、下载</translation>
    </message>
    <message>
        <source>&amp;Next uncertain text</source>
        <translation>下一条拿不准的(&amp;N)</translation>
    </message>
    <message>
        <source>The next row whose best label leads by less than 0.10</source>
        <translation>下一行最佳标签领先不到 0.10 的文本</translation>
    </message>
    <message>
        <source>&amp;Previous uncertain text</source>
        <translation>上一条拿不准的(&amp;P)</translation>
    </message>
    <message>
        <source>The row before whose best label leads by less than 0.10</source>
        <translation>上一行最佳标签领先不到 0.10 的文本</translation>
    </message>
    <message>
        <source>&amp;Confidence chart…</source>
        <translation>置信度图(&amp;C)…</translation>
    </message>
    <message>
        <source>How sure the model is, over all texts and for the selected one</source>
        <translation>模型对全部文本和选中文本的把握</translation>
    </message>
    <message>
        <source>&amp;Label panel</source>
        <translation>标签面板(&amp;L)</translation>
    </message>
    <message>
        <source>Show or hide the labels at the left</source>
        <translation>显示或隐藏左侧的标签</translation>
    </message>
    <message>
        <source>&amp;Details panel</source>
        <translation>详情面板(&amp;D)</translation>
    </message>
    <message>
        <source>Show or hide the details at the right</source>
        <translation>显示或隐藏右侧的详情</translation>
    </message>
    <message>
        <source>&amp;Go to the texts</source>
        <translation>转到文本(&amp;G)</translation>
    </message>
    <message>
        <source>Put the keyboard into the table</source>
        <translation>把键盘焦点放到表格</translation>
    </message>
    <message>
        <source>C&amp;ommands…</source>
        <translation>命令(&amp;O)…</translation>
    </message>
    <message>
        <source>Find any command by a part of its name</source>
        <translation>按名称的一部分查找任何命令</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>全部快捷键一览</translation>
    </message>
    <message>
        <source>&amp;About Labelwright</source>
        <translation>关于标匠(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licence, libraries</source>
        <translation>版本、许可证、所用的库</translation>
    </message>
    <message>
        <source>&amp;Versions of the labels…</source>
        <translation>标签的历史版本(&amp;V)…</translation>
    </message>
    <message>
        <source>What changed when, what it did to the texts, and the way back</source>
        <translation>何时改了什么、文本因此怎样变化，以及如何回到从前</translation>
    </message>
    <message>
        <source>&amp;Merge suggestions</source>
        <translation>合并建议(&amp;M)</translation>
    </message>
    <message>
        <source>Labels that mean the same, why, and what merging them would do</source>
        <translation>哪些标签意思相同、依据是什么、合并后会怎样</translation>
    </message>
    <message>
        <source>&amp;History of the project…</source>
        <translation>项目的历史(&amp;H)…</translation>
    </message>
    <message>
        <source>What was done, when and by whom</source>
        <translation>什么时候、谁、做了什么</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>An empty project in a file of its own</source>
        <translation>一个独立文件中的空项目</translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Texts, labels, reviews and history from a project file</source>
        <translation>打开项目文件中的文本、标签、复核和历史</translation>
    </message>
    <message>
        <source>Save a cop&amp;y…</source>
        <translation>保存副本(&amp;Y)…</translation>
    </message>
    <message>
        <source>The whole project as one more file; this one stays open</source>
        <translation>把整个项目另存一份；当前项目保持打开</translation>
    </message>
    <message>
        <source>Co&amp;mpact the project</source>
        <translation>压缩项目(&amp;M)</translation>
    </message>
    <message>
        <source>Give back the space of what is no longer in it</source>
        <translation>收回已删除内容占用的空间</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>Earlier states of the project, and the way back to one</source>
        <translation>项目以前的状态，可以回到其中之一</translation>
    </message>
    <message>
        <source>Accept con&amp;fident suggestions…</source>
        <translation>采纳高置信度的建议(&amp;F)…</translation>
    </message>
    <message>
        <source>Every suggestion from a confidence up, after a look at some of them</source>
        <translation>先抽看几条，再一次采纳达到某个置信度的全部建议</translation>
    </message>
    <message>
        <source>Give the same to texts li&amp;ke it…</source>
        <translation>相同文本照此处理(&amp;K)…</translation>
    </message>
    <message>
        <source>Your decision on the current text, for identical and nearly identical ones, after a look at them</source>
        <translation>把对当前文本的决定给相同和几乎相同的文本，先看再给</translation>
    </message>
    <message>
        <source>&amp;Evaluation</source>
        <translation>评估(&amp;E)</translation>
    </message>
    <message>
        <source>How many labels are right, which are confused, and where to set the thresholds</source>
        <translation>有多少标签正确、哪些混淆、阈值设在哪里</translation>
    </message>
    <message>
        <source>Open texts: a table (CSV, TSV, Excel), JSON, plain text, or what another labeling tool wrote</source>
        <translation>打开文本：表格（CSV、TSV、Excel）、JSON、纯文本，或其他标注工具导出的文件</translation>
    </message>
    <message>
        <source>Import a fol&amp;der…</source>
        <translation>导入文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Every text file in a folder as one text</source>
        <translation>文件夹中的每个文本文件作为一条文本</translation>
    </message>
    <message>
        <source>Write the rows selected, shown or all as a table, or for another labeling or training tool</source>
        <translation>把选中、显示或全部的行写成表格，或写给其他标注、训练工具</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>What kinds of texts there are and how many; a click shows only these</source>
        <translation>有哪些类文本、各有多少；点击即只看这一类</translation>
    </message>
    <message>
        <source>Change ke&amp;ys…</source>
        <translation>更改快捷键(&amp;Y)…</translation>
    </message>
    <message>
        <source>Give commands other keys</source>
        <translation>为命令换用其他按键</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::AcceptDialog</name>
    <message>
        <source>Draw others</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>Accept confident suggestions</source>
        <translation>采纳高置信度的建议</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Suggested label</source>
        <translation>建议的标签</translation>
    </message>
    <message>
        <source>Confidence from</source>
        <translation>置信度不低于</translation>
    </message>
    <message>
        <source>No backup could be kept: %1 Accepting can be undone all the same.</source>
        <translation>无法保存备份：%1 采纳后仍可撤销。</translation>
    </message>
    <message>
        <source>Accept without a backup</source>
        <translation>不备份，直接采纳</translation>
    </message>
    <message numerus="yes">
        <source>the %n shown</source>
        <translation>
            <numerusform>当前显示的 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>全部 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>A double click shows the text in the table</source>
        <translation>双击可在表格中查看该文本</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n text(s)</source>
        <translation>
            <numerusform>采纳 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>No suggestion that waits for a decision is that sure.</source>
        <translation>没有达到此置信度且待复核的建议。</translation>
    </message>
    <message>
        <source>All of them:</source>
        <translation>全部列出：</translation>
    </message>
    <message numerus="yes">
        <source>%n of them, drawn at random:</source>
        <translation>
            <numerusform>随机抽取其中 %n 条：</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between labels</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Keeping a backup…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Accept suggestions from %1 up</source>
        <translation>采纳置信度 %1 及以上的建议</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) accepted; one undo takes them back.</source>
        <translation>
            <numerusform>已采纳 %n 条建议；撤销一次即可全部收回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::AlikeDialog</name>
    <message>
        <source>Give the same to texts like this</source>
        <translation>相同文本照此处理</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>未下结论</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between labels</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>“%1” is %2. These texts are like it and wait for a decision:</source>
        <translation>「%1」定为 %2。以下文本与它相似，尚待复核：</translation>
    </message>
    <message>
        <source>Looking through the texts…</source>
        <translation>正在查找相似文本…</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>How alike</source>
        <translation>相似程度</translation>
    </message>
    <message>
        <source>No text is like it.</source>
        <translation>没有与它相似的文本。</translation>
    </message>
    <message>
        <source>All texts like it are decided already.</source>
        <translation>与它相似的文本都已决定。</translation>
    </message>
    <message>
        <source>Take the tick from what shall not get it.</source>
        <translation>不想给的请去掉勾选。</translation>
    </message>
    <message numerus="yes">
        <source>%n more identical text(s) get it too.</source>
        <translation>
            <numerusform>另有 %n 条完全相同的文本也会得到。</numerusform>
        </translation>
    </message>
    <message>
        <source>identical</source>
        <translation>完全相同</translation>
    </message>
    <message>
        <source>the same words</source>
        <translation>文字相同</translation>
    </message>
    <message>
        <source>%1 % the same</source>
        <translation>%1 % 相同</translation>
    </message>
    <message numerus="yes">
        <source>Give it to %n text(s)</source>
        <translation>
            <numerusform>给 %n 条文本</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the same to texts like it</source>
        <translation>相同文本照此处理</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) got the same.</source>
        <translation>
            <numerusform>已给 %n 条文本。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::AnswerChangeView</name>
    <message>
        <source>Texts of each label, now and after</source>
        <translation>各标签的文本数：现在与之后</translation>
    </message>
    <message>
        <source>Texts that change</source>
        <translation>会换标签的文本</translation>
    </message>
    <message>
        <source>No text changes its label</source>
        <translation>没有文本换标签</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) change their label</source>
        <translation>
            <numerusform>%n 条文本会换标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) lack scores for these labels and are not counted; a run computes them.</source>
        <translation>
            <numerusform>%n 条文本缺少这些标签的得分，未计入；运行一次即可补上。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::AnswerCountModel</name>
    <message>
        <source>%1 (with %2)</source>
        <translation>%1（含 %2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>未下结论</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::AnswerMatrixModel</name>
    <message numerus="yes">
        <source>%n text(s): %1 before, %2 after</source>
        <translation>
            <numerusform>%n 条文本：之前 %1，之后 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No label</source>
        <translation>未下结论</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::BackupDialog</name>
    <message>
        <source>Backups of the project</source>
        <translation>项目备份</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>正在查找备份…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Made before</source>
        <translation>备份于</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已定</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Go back to this state</source>
        <translation>回到这个状态</translation>
    </message>
    <message>
        <source>There are no backups yet: one is made when a project is opened in which work was done, and before large changes.</source>
        <translation>还没有备份：打开有改动的项目时、以及大改动之前，会自动备份。</translation>
    </message>
    <message>
        <source>Going back keeps the present state as a backup too. The five latest stay, and the last of each of five days.</source>
        <translation>回到旧状态时，当前状态也会留作备份。保留最近五份，以及最近五天每天的最后一份。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>work went on</source>
        <translation>继续工作前</translation>
    </message>
    <message>
        <source>an import</source>
        <translation>导入前</translation>
    </message>
    <message>
        <source>a bulk act</source>
        <translation>批量操作前</translation>
    </message>
    <message>
        <source>going back</source>
        <translation>回退前</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ChangedRowsModel</name>
    <message>
        <source>no label</source>
        <translation>未下结论</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2：%3</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ChartPanel</name>
    <message>
        <source>As a &amp;Table</source>
        <translation>以表格显示(&amp;T)</translation>
    </message>
    <message>
        <source>The same figures in rows, also for screen readers</source>
        <translation>同样的数据按行显示，读屏软件也可读</translation>
    </message>
    <message>
        <source>Figures of the chart</source>
        <translation>图表数据</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the picture and its figures (%1)</source>
        <translation>复制图片和数据（%1）</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the picture as PNG, SVG or PDF (%1)</source>
        <translation>把图片保存为 PNG、SVG 或 PDF（%1）</translation>
    </message>
    <message>
        <source>Save Numbers…</source>
        <translation>保存数据…</translation>
    </message>
    <message>
        <source>Save the figures as CSV</source>
        <translation>把数据保存为 CSV</translation>
    </message>
    <message>
        <source>Save Chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Save Numbers</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 could not be written. Check permissions and free space, or choose another place.</source>
        <translation>无法写入 %1。请检查权限和剩余空间，或换一个位置。</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::CommandPalette</name>
    <message>
        <source>Type a part of a command&apos;s name</source>
        <translation>输入命令名称的一部分</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ConfidenceChart</name>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Texts by label</source>
        <translation>各标签的文本数</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>图表内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There are no texts yet. Import some first.</source>
        <translation>还没有文本，请先导入。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>No text is labeled yet. Run the model first.</source>
        <translation>还没有标注过的文本，请先运行模型。</translation>
    </message>
    <message>
        <source>%1 of %2 texts scored · median confidence %3 · %4 without a label</source>
        <translation>已评分 %1 / %2 条 · 置信度中位数 %3 · %4 条未下结论</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ConfusionModel</name>
    <message numerus="yes">
        <source>%1: %n text(s)</source>
        <translation>
            <numerusform>%1：%n 条文本</numerusform>
        </translation>
    </message>
    <message>
        <source>No label</source>
        <translation>未下结论</translation>
    </message>
    <message>
        <source>Given: %1</source>
        <translation>给出：%1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>正确：%1</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::DetailsPanel</name>
    <message>
        <source>Confidence chart</source>
        <translation>置信度图</translation>
    </message>
    <message>
        <source>How sure the model is, over all texts and for this one (Ctrl+B)</source>
        <translation>模型对全部文本和当前文本的把握（Ctrl+B）</translation>
    </message>
    <message>
        <source>The selected text</source>
        <translation>选中的文本</translation>
    </message>
    <message>
        <source>Select a text to see all of it and how every label scored.</source>
        <translation>选中一条文本，查看全文和各标签的得分。</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>not labeled yet</source>
        <translation>尚未标注</translation>
    </message>
    <message>
        <source>Scores appear here once the texts are labeled.</source>
        <translation>标注之后，得分显示在这里。</translation>
    </message>
    <message>
        <source>Suggested by the model, outdated</source>
        <translation>模型建议（已过时）</translation>
    </message>
    <message>
        <source>Suggested by the model</source>
        <translation>模型建议</translation>
    </message>
    <message>
        <source>This text is longer than the model reads; its end was not taken into account.</source>
        <translation>这条文本超过模型的最大长度，末尾部分没有参与判断。</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Each label is judged alone; the line stands at the threshold of %1.</source>
        <translation>每个标签单独判断；竖线为阈值 %1。</translation>
    </message>
    <message>
        <source>A single label is judged alone.</source>
        <translation>只有一个标签，单独判断。</translation>
    </message>
    <message numerus="yes">
        <source>Softmax over %n label(s): the figures add up to 1.</source>
        <translation>
            <numerusform>%n 个标签的 softmax：合计为 1。</numerusform>
        </translation>
    </message>
    <message>
        <source>No label below the line at %1.</source>
        <translation>竖线为 %1，低于它不下结论。</translation>
    </message>
    <message>
        <source>So this text gets no label.</source>
        <translation>因此这条文本未下结论。</translation>
    </message>
    <message>
        <source>A lead of only %1: uncertain.</source>
        <translation>仅领先 %1，拿不准。</translation>
    </message>
    <message>
        <source>Some labels were not asked yet; run again to complete.</source>
        <translation>有些标签还没有问过，请再次运行以补全。</translation>
    </message>
    <message>
        <source>Note on this text…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Note on this text</source>
        <translation>本条文本的备注</translation>
    </message>
    <message>
        <source>Accepted by you</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>未下结论</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between labels</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Corrected by you: %1</source>
        <translation>已改为：%1</translation>
    </message>
    <message>
        <source>Labeled by you: %1</source>
        <translation>人工标注：%1</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::EmptyState</name>
    <message>
        <source>Open the &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Paste texts</source>
        <translation>粘贴文本(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Clear the filter</source>
        <translation>清除筛选(&amp;C)</translation>
    </message>
    <message>
        <source>Two hundred customer messages, to try everything</source>
        <translation>两百条客户留言，可以试用所有功能</translation>
    </message>
    <message>
        <source>CSV, TSV, JSON Lines or plain text (Ctrl+O)</source>
        <translation>CSV、TSV、JSON Lines 或纯文本（Ctrl+O）</translation>
    </message>
    <message>
        <source>One text a line, or cells copied from a spreadsheet (Ctrl+Shift+V)</source>
        <translation>每行一条文本，或从表格中复制的单元格（Ctrl+Shift+V）</translation>
    </message>
    <message>
        <source>No texts yet</source>
        <translation>还没有文本</translation>
    </message>
    <message>
        <source>Open a table of texts, or drop a file here. Everything stays on this computer.</source>
        <translation>打开一个文本表格，或把文件拖到这里。一切都留在本机。</translation>
    </message>
    <message>
        <source>The file held no texts</source>
        <translation>文件中没有文本</translation>
    </message>
    <message>
        <source>Every row was rejected or empty. Choose another file, or another column as the text.</source>
        <translation>所有行都被拒绝或为空。请换一个文件，或选择另一列作为文本。</translation>
    </message>
    <message>
        <source>No text matches</source>
        <translation>没有匹配的文本</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %n text(s).</source>
        <translation>
            <numerusform>筛选隐藏了全部 %n 条文本。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ErrorStrip</name>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>（还有 %n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy message and details, for a report</source>
        <translation>复制消息和详情，便于反馈</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::EvaluationChart</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Drag the line, or click: texts less sure than there get no label. The sure ones come first, from the left.</source>
        <translation>拖动竖线或点击：把握低于该处的文本不下结论。最有把握的在最左边。</translation>
    </message>
    <message>
        <source>reliability</source>
        <translation>可靠性</translation>
    </message>
    <message>
        <source>Expected calibration error (ECE) %1, greatest of a group %2. Points below the dashed line: the model is surer than it is right.</source>
        <translation>期望校准误差（ECE）%1，单组最大 %2。点在虚线下方：模型的把握高于实际正确率。</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message numerus="yes">
        <source>Temperature %1 makes the log loss of %n text(s) least. It changes how sure the labels are said to be, not which one comes first.</source>
        <translation>
            <numerusform>温度 %1 使 %n 条文本的对数损失最小。它只改变把握的大小，不改变哪个标签在前。</numerusform>
        </translation>
    </message>
    <message>
        <source>It lies at the end of what is tried: there are too few texts, or none is wrong.</source>
        <translation>它在尝试范围的边界上：文本太少，或没有一条错误。</translation>
    </message>
    <message>
        <source>Several models labeled these texts; one temperature for all of them may suit none.</source>
        <translation>这些文本由多个模型标注；同一个温度可能对谁都不合适。</translation>
    </message>
    <message>
        <source>Use temperature %1</source>
        <translation>使用温度 %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::EvaluationPage</name>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Right labels:</source>
        <translation>正确标签：</translation>
    </message>
    <message>
        <source>Back to the texts</source>
        <translation>返回文本</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠性</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Figures of each label</source>
        <translation>各标签的指标</translation>
    </message>
    <message>
        <source>Texts by right label and label given</source>
        <translation>按正确标签和给出标签统计的文本</translation>
    </message>
    <message numerus="yes">
        <source>What people said (%n text(s))</source>
        <translation>
            <numerusform>人工复核（%n 条）</numerusform>
        </translation>
    </message>
    <message>
        <source>Column “%1”</source>
        <translation>列「%1」</translation>
    </message>
    <message>
        <source>There are no texts yet. Import some first.</source>
        <translation>还没有文本，请先导入。</translation>
    </message>
    <message>
        <source>There are no labels yet. Add some at the left.</source>
        <translation>还没有标签，请在左侧添加。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>No text can be compared. %1.</source>
        <translation>没有可比较的文本。%1。</translation>
    </message>
    <message>
        <source>No reviewed text can be compared. %1.</source>
        <translation>没有可比较的已复核文本。%1。</translation>
    </message>
    <message>
        <source>Nobody has said yet which labels are right. Review some texts (Enter accepts a label, 1 to 9 correct it), or choose a column of the texts that holds the right labels.</source>
        <translation>还没有人说过哪些标签正确。请复核一些文本（Enter 采纳，1 到 9 更正），或选择一个存放正确标签的列。</translation>
    </message>
    <message>
        <source>No text is labeled yet. Run the model first.</source>
        <translation>还没有文本被标注，请先运行模型。</translation>
    </message>
    <message>
        <source>Click a label to see the texts where it is missing or wrong.</source>
        <translation>点击标签可查看漏标或错标的文本。</translation>
    </message>
    <message>
        <source>Rows: right label. Columns: label given. Click a figure to see exactly these texts.</source>
        <translation>行：正确标签。列：给出的标签。点击数字可查看这些文本。</translation>
    </message>
    <message>
        <source>errors of %1</source>
        <translation>「%1」的错误</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::EvaluationSummary</name>
    <message>
        <source>The counted texts were drawn at random from all texts</source>
        <translation>计入的文本是从全部文本中随机抽取的</translation>
    </message>
    <message>
        <source>Only then do they say something about the others; texts picked because they were uncertain do not</source>
        <translation>只有这样才能推断其余文本；专挑拿不准的则不能</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>95%: %1–%2</source>
        <translation>95%：%1–%2</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Exactly right</source>
        <translation>完全正确</translation>
    </message>
    <message>
        <source>95%: %1</source>
        <translation>95%：%1</translation>
    </message>
    <message>
        <source>Texts whose label is right. A text that got no label is wrong, unless none is right</source>
        <translation>标签正确的文本。未下结论的算错，除非本来就没有正确标签</translation>
    </message>
    <message>
        <source>Texts that were given exactly their right labels</source>
        <translation>给出的标签与正确标签完全一致的文本</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>宏平均 F1</translation>
    </message>
    <message>
        <source>Mean of the labels&apos; F1: small labels count as much as large ones</source>
        <translation>各标签 F1 的平均：小标签与大标签同等重要</translation>
    </message>
    <message>
        <source>Micro F1</source>
        <translation>微平均 F1</translation>
    </message>
    <message>
        <source>F1 over all labels together: frequent labels count more</source>
        <translation>所有标签合计的 F1：常见标签占比更大</translation>
    </message>
    <message>
        <source>Right where labeled</source>
        <translation>有结论时的正确率</translation>
    </message>
    <message>
        <source>%1 get a label</source>
        <translation>%1 有结论</translation>
    </message>
    <message>
        <source>Accuracy of the texts that got a label</source>
        <translation>有结论文本的准确率</translation>
    </message>
    <message>
        <source>All texts are counted: %1 of them are right.</source>
        <translation>已计入全部文本，其中 %1 正确。</translation>
    </message>
    <message>
        <source>From %1 random texts: of all %2, between %3 are right (95%). %4 more random texts would halve this range.</source>
        <translation>根据 %1 条随机文本推断：全部 %2 条中有 %3 正确（95%）。再随机复核 %4 条可把区间减半。</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 行写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消，没有写入任何内容。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Probability of every label</source>
        <translation>每个标签的概率</translation>
    </message>
    <message>
        <source>Raw outputs of the model</source>
        <translation>模型的原始输出</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Scores:</source>
        <translation>得分(&amp;S)：</translation>
    </message>
    <message>
        <source>The source&apos;s &amp;other columns too</source>
        <translation>同时导出原文件的其他列(&amp;O)</translation>
    </message>
    <message>
        <source>Byte order &amp;mark (Excel shows Chinese only with it)</source>
        <translation>写入 BOM（Excel 靠它显示中文）(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Guard against formulas: &apos; before texts that begin with = + - @</source>
        <translation>防止公式注入：以 = + - @ 开头的文本前加 &apos;(&amp;G)</translation>
    </message>
    <message>
        <source>Open f&amp;older</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n row(s)…</source>
        <translation>
            <numerusform>导出 %n 行(&amp;E)…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) without an answer left out.</source>
        <translation>
            <numerusform>%n 条没有答案的文本未写入。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 belongs to it.</source>
        <translation>%1 与它配套。</translation>
    </message>
    <message>
        <source>Selected rows</source>
        <translation>选中的行</translation>
    </message>
    <message>
        <source>Rows shown, in their order</source>
        <translation>显示的行，按显示顺序</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>全部行</translation>
    </message>
    <message>
        <source>&amp;Rows:</source>
        <translation>行(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Instruction:</source>
        <translation>指令(&amp;I)：</translation>
    </message>
    <message>
        <source>Only those that people have &amp;decided</source>
        <translation>仅人工已判定的(&amp;D)</translation>
    </message>
    <message>
        <source>Classify the text. Answer with one of these labels: {labels}</source>
        <translation>请对文本分类，只回答下列标签之一：{labels}</translation>
    </message>
    <message>
        <source>{labels} stands for the names of the labels.</source>
        <translation>{labels} 代表各标签的名称。</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::FacetPanel</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>未下结论</translation>
    </message>
    <message>
        <source>not labeled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标旗</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Kinds of texts, with how many there are of each</source>
        <translation>各类文本及其条数</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::FileTransfer</name>
    <message>
        <source>the hub gives this model only to people who are logged in there</source>
        <translation>此模型需要登录模型库才能获取</translation>
    </message>
    <message>
        <source>there is no such model or file on this hub</source>
        <translation>模型库中没有这个模型或文件</translation>
    </message>
    <message>
        <source>the hub is busy (status %1)</source>
        <translation>模型库繁忙（状态 %1）</translation>
    </message>
    <message>
        <source>the hub refuses with status %1</source>
        <translation>模型库拒绝请求（状态 %1）</translation>
    </message>
    <message>
        <source>the hub does not answer</source>
        <translation>模型库没有响应</translation>
    </message>
    <message>
        <source>the file on the hub has changed</source>
        <translation>模型库中的文件已变化</translation>
    </message>
    <message>
        <source>the hub sent another part than asked for</source>
        <translation>模型库返回的不是所请求的部分</translation>
    </message>
    <message>
        <source>the connection closed early</source>
        <translation>连接提前断开</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::FindingList</name>
    <message>
        <source>What may be wrong with the labels</source>
        <translation>标签可能存在的问题</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Show %n dismissed note(s) again</source>
        <translation>
            <numerusform>重新显示忽略的 %n 条提示(&amp;S)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::FindingRow</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Do not show this note for these labels again</source>
        <translation>对这些标签不再显示此提示</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::HistoryDialog</name>
    <message>
        <source>History of the project</source>
        <translation>项目的历史</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Texts of %1 imported</source>
        <translation>导入 %1 的文本</translation>
    </message>
    <message>
        <source>%1 (labels: version %2)</source>
        <translation>%1（标签第 %2 版）</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>这里还没有做过什么。</translation>
    </message>
    <message numerus="yes">
        <source>The latest %n steps. None is ever removed.</source>
        <translation>
            <numerusform>最近 %n 步。历史从不删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s). None is ever removed.</source>
        <translation>
            <numerusform>全部 %n 步。历史从不删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::HubDialog</name>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s).</source>
        <translation>
            <numerusform>%1 %n 秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What has arrived is kept; a later download goes on from there.</source>
        <translation>已停止。已收到的部分保留，下次从那里继续。</translation>
    </message>
    <message>
        <source>Download a Model</source>
        <translation>下载模型</translation>
    </message>
    <message>
        <source>&amp;Hub:</source>
        <translation>模型库(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>Hugging Face</source>
        <translation>Hugging Face</translation>
    </message>
    <message>
        <source>ModelScope</source>
        <translation>ModelScope</translation>
    </message>
    <message>
        <source>The hub&apos;s own address, or that of a mirror</source>
        <translation>模型库的地址，或镜像的地址</translation>
    </message>
    <message>
        <source>owner/name, or the address of the model&apos;s page</source>
        <translation>所有者/名称，或模型页面的地址</translation>
    </message>
    <message>
        <source>Nothing is fetched until you ask. “Show Files” asks the hub for the list of files, “Download” for the files.</source>
        <translation>在您要求之前不会获取任何内容。“显示文件”向模型库查询文件列表，“下载”获取文件。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Files that will be fetched</source>
        <translation>将要获取的文件</translation>
    </message>
    <message>
        <source>Download progress</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>&amp;Show Files</source>
        <translation>显示文件(&amp;S)</translation>
    </message>
    <message>
        <source>Write the model as owner/name, and the hub&apos;s address with https:// before it.</source>
        <translation>模型请写成“所有者/名称”，模型库地址前加 https://。</translation>
    </message>
    <message>
        <source>From %1 (revision %2) to %3.</source>
        <translation>从 %1（版本 %2）到 %3。</translation>
    </message>
    <message>
        <source>%1 of it are here already.</source>
        <translation>其中 %1 已在本机。</translation>
    </message>
    <message>
        <source>%1 are free there.</source>
        <translation>那里剩余空间 %1。</translation>
    </message>
    <message>
        <source>%1 of %2 · %3/s · %4</source>
        <translation>%1 / %2 · %3/秒 · %4</translation>
    </message>
    <message>
        <source>&amp;Download %1</source>
        <translation>下载 %1(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>下载(&amp;D)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Asking for the list of files…</source>
        <translation>正在查询文件列表…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::HubWorker</name>
    <message>
        <source>%1 are needed and %2 are free</source>
        <translation>需要 %1，剩余 %2</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ImportDialog</name>
    <message>
        <source>Save the rejected rows</source>
        <translation>保存被拒绝的行</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Import texts</source>
        <translation>导入文本</translation>
    </message>
    <message>
        <source>%1 as it would be read. Correct what was found wrong.</source>
        <translation>%1 将这样读入。识别有误之处可以更正。</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Save rejected rows…</source>
        <translation>保存被拒绝的行(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Preview of the texts</source>
        <translation>文本预览</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>被拒绝的行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read and are listed here.</source>
        <translation>
            <numerusform>有 %n 行无法读取，列在下面。</numerusform>
        </translation>
    </message>
    <message>
        <source>The encoding is a guess. Look whether the texts below are readable; if not, choose another encoding.</source>
        <translation>编码是猜测的。请看下面的文本是否正常；如果不正常，请选择其他编码。</translation>
    </message>
    <message>
        <source>Texts t&amp;hat are open:</source>
        <translation>已打开的文本(&amp;H)：</translation>
    </message>
    <message>
        <source>are replaced</source>
        <translation>被替换</translation>
    </message>
    <message>
        <source>stay, new ones are added</source>
        <translation>保留，追加新文本</translation>
    </message>
    <message>
        <source>stay, only decisions are taken</source>
        <translation>保留，只导入人工判定</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ImportOptionsForm</name>
    <message>
        <source>Comma  ,</source>
        <translation>逗号  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>分号  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>竖线  |</translation>
    </message>
    <message>
        <source>Double  &quot;</source>
        <translation>双引号  &quot;</translation>
    </message>
    <message>
        <source>Single  &apos;</source>
        <translation>单引号  &apos;</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>Already a text</source>
        <translation>已经是文本</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>编码(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Delimiter:</source>
        <translation>分隔符(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Quotes:</source>
        <translation>引号(&amp;Q)：</translation>
    </message>
    <message>
        <source>First &amp;line:</source>
        <translation>首行(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Text column:</source>
        <translation>文本列(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Id column:</source>
        <translation>编号列(&amp;I)：</translation>
    </message>
    <message>
        <source>None: number the rows</source>
        <translation>无：按行编号</translation>
    </message>
    <message>
        <source>Number sign  #</source>
        <translation>井号  #</translation>
    </message>
    <message>
        <source>None: one label a cell</source>
        <translation>无：每格一个标签</translation>
    </message>
    <message>
        <source>De&amp;cisions column:</source>
        <translation>人工判定列(&amp;C)：</translation>
    </message>
    <message>
        <source>Between la&amp;bels:</source>
        <translation>标签分隔符(&amp;B)：</translation>
    </message>
    <message>
        <source>&amp;Sheet:</source>
        <translation>工作表(&amp;S)：</translation>
    </message>
    <message>
        <source>None: nobody decided yet</source>
        <translation>无：尚无人工判定</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::KeyDialog</name>
    <message>
        <source>&amp;Use this key</source>
        <translation>使用此键(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>不设键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>默认(&amp;D)</translation>
    </message>
    <message>
        <source>All de&amp;faults</source>
        <translation>全部恢复默认(&amp;F)</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Search: a command or a key</source>
        <translation>搜索：命令或按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Press the &amp;key:</source>
        <translation>请按键(&amp;K)：</translation>
    </message>
    <message>
        <source>%1 gives the label “%2”; change it there, by editing the label.</source>
        <translation>%1 用于给出标签“%2”；请在编辑该标签时更改。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which loses it.</source>
        <translation>%1 属于“%2”，将从它那里取走。</translation>
    </message>
    <message>
        <source>&amp;Take it over</source>
        <translation>取过来(&amp;T)</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>In the table: arrows move, Ctrl+A selects all. In a dialog: Enter accepts, Esc closes.</source>
        <translation>表格中：方向键移动，Ctrl+A 全选。对话框中：Enter 确定，Esc 关闭。</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelAdder</name>
    <message>
        <source>Add labels…</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Add labels</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Type a name and press Enter. Several at once: separate them by commas, or paste one a line.</source>
        <translation>输入名称后按 Enter。一次多个：用逗号分隔，或每行粘贴一个。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelDialog</name>
    <message>
        <source>Label “%1”</source>
        <translation>标签“%1”</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;English name:</source>
        <translation>英文名(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>说明(&amp;D)：</translation>
    </message>
    <message>
        <source>Own &amp;question:</source>
        <translation>专用问法(&amp;Q)：</translation>
    </message>
    <message>
        <source>&amp;Colour:</source>
        <translation>颜色(&amp;C)：</translation>
    </message>
    <message>
        <source>Asked instead of the name by models that read no Chinese</source>
        <translation>不懂中文的模型改用此名称</translation>
    </message>
    <message>
        <source>Same as the name</source>
        <translation>与名称相同</translation>
    </message>
    <message>
        <source>For people: when to give this label</source>
        <translation>给人看的：什么情况下用这个标签</translation>
    </message>
    <message>
        <source>A whole sentence asked for this label instead of the filled template</source>
        <translation>用整句话来问这个标签，代替填好的问法</translation>
    </message>
    <message>
        <source>By the template</source>
        <translation>按问法</translation>
    </message>
    <message>
        <source>A label needs a name.</source>
        <translation>标签需要名称。</translation>
    </message>
    <message>
        <source>Another label has this name already.</source>
        <translation>已有同名标签。</translation>
    </message>
    <message>
        <source>Asked: %1</source>
        <translation>问：%1</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelFiguresModel</name>
    <message>
        <source>Click to see the texts where this label is missing or wrong</source>
        <translation>点击查看漏标或错标此标签的文本</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Texts that rightly have the label</source>
        <translation>真正属于此标签的文本</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Texts that were given the label</source>
        <translation>被给出此标签的文本</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>给出</translation>
    </message>
    <message>
        <source>Share of the texts given the label that rightly have it</source>
        <translation>被给出此标签的文本中真正属于它的比例</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Share of the texts that rightly have the label that were given it</source>
        <translation>真正属于此标签的文本中被给出它的比例</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>精确率与召回率的调和平均</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Texts where the label is missing or wrong</source>
        <translation>漏标或错标的文本</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelFileDialogs</name>
    <message>
        <source>Labelwright, everything (*.json)</source>
        <translation>标匠，全部内容 (*.json)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>doccano (*.json)</source>
        <translation>doccano (*.json)</translation>
    </message>
    <message>
        <source>Label Studio (*.xml)</source>
        <translation>Label Studio (*.xml)</translation>
    </message>
    <message>
        <source>One label a line (*.txt)</source>
        <translation>每行一个标签 (*.txt)</translation>
    </message>
    <message>
        <source>some names as they are</source>
        <translation>部分名称的原样</translation>
    </message>
    <message>
        <source>English names</source>
        <translation>英文名</translation>
    </message>
    <message>
        <source>descriptions</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>own questions</source>
        <translation>专用问法</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>问法</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>some keys</source>
        <translation>部分快捷键</translation>
    </message>
    <message>
        <source>the tree</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>merged labels</source>
        <translation>并入的标签</translation>
    </message>
    <message>
        <source>the name of the set</source>
        <translation>标签集名称</translation>
    </message>
    <message>
        <source>Labels written to %1.</source>
        <translation>标签已写入 %1。</translation>
    </message>
    <message>
        <source>%1 It has no place for: %2.</source>
        <translation>%1这种格式放不下：%2。</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>导入标签</translation>
    </message>
    <message>
        <source>Files of labels (*.json *.csv *.xml *.txt)</source>
        <translation>标签文件 (*.json *.csv *.xml *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>导出标签</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>labels kept apart</source>
        <translation>保持分开的标签</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelImportDialog</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Import labels from %1</source>
        <translation>从 %1 导入标签</translation>
    </message>
    <message>
        <source>Already there and left as they are: %1</source>
        <translation>已有、保持不变：%1</translation>
    </message>
    <message>
        <source>These go: %1. Undo brings them back with their results.</source>
        <translation>将去掉：%1。撤销可连同结果一起恢复。</translation>
    </message>
    <message>
        <source>The question becomes “%1”: all labels are asked anew.</source>
        <translation>问法改为「%1」：所有标签都要重新问。</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>导入标签</translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n label(s): %2</source>
        <translation>
            <numerusform>%1 里有 %n 个标签：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace the present labels</source>
        <translation>替换现有标签(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add them to the present labels</source>
        <translation>添加到现有标签之后(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelListModel</name>
    <message>
        <source>No label</source>
        <translation>未下结论</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n text(s)</source>
        <translation>
            <numerusform>%1，%n 条文本</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked: %1</source>
        <translation>问：%1</translation>
    </message>
    <message>
        <source>In English: %1</source>
        <translation>英文：%1</translation>
    </message>
    <message>
        <source>Texts for which no label was sure enough</source>
        <translation>没有一个标签足够有把握的文本</translation>
    </message>
    <message>
        <source>Merged into it: %1</source>
        <translation>已并入：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelPanel</name>
    <message>
        <source>Change question</source>
        <translation>修改问法</translation>
    </message>
    <message>
        <source>Rename label set</source>
        <translation>重命名标签集</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No labels yet. Add some below, or take a preset.</source>
        <translation>还没有标签。请在下面添加，或选用预设。</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Properties…</source>
        <translation>属性(&amp;P)…</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message numerus="yes">
        <source>Add %n label(s)</source>
        <translation>
            <numerusform>添加 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Already there: %1</source>
        <translation>已经有了：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not renamed: another label is called “%1” already.</source>
        <translation>未重命名：已有名为“%1”的标签。</translation>
    </message>
    <message>
        <source>Rename label</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Edit label</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>“%1” was deleted; Undo brings it back with its results.</source>
        <translation>已删除“%1”；撤销可连同结果一起恢复。</translation>
    </message>
    <message>
        <source>Move label</source>
        <translation>移动标签</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>更改颜色</translation>
    </message>
    <message>
        <source>Take preset “%1”</source>
        <translation>选用预设“%1”</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>查找标签</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelRowDelegate</name>
    <message>
        <source>Name of the label</source>
        <translation>标签名称</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LabelingSession</name>
    <message>
        <source>Change how labels are given</source>
        <translation>更改下结论的方式</translation>
    </message>
    <message>
        <source>Import decisions</source>
        <translation>导入人工判定</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::LintStrip</name>
    <message>
        <source>What may be wrong with the labels</source>
        <translation>标签可能存在的问题</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>还有 %n 条…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Labels, texts, details</source>
        <translation>标签、文本、详情</translation>
    </message>
    <message>
        <source>Labelwright</source>
        <translation>标匠 Labelwright</translation>
    </message>
    <message>
        <source>%1 — Labelwright</source>
        <translation>%1 — 标匠 Labelwright</translation>
    </message>
    <message>
        <source>Import texts</source>
        <translation>导入文本</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>剪贴板中没有文本。</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>The sample takes the place of the texts that are open. Your labels stay.</source>
        <translation>示例将取代当前打开的文本。您的标签会保留。</translation>
    </message>
    <message>
        <source>Labels of the sample</source>
        <translation>示例的标签</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) labeled in %1: %2 pairs computed, %3 from the cache.</source>
        <translation>
            <numerusform>%n 条文本已标注，用时 %1：新算 %2 对，缓存 %3 对。</numerusform>
        </translation>
    </message>
    <message>
        <source>About Labelwright</source>
        <translation>关于标匠</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Labelwright %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Labels texts with pretrained models on this computer. Nothing is sent anywhere.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Built with Qt %2, libtorch, ICU, SQLite and QCustomPlot.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;标匠 Labelwright %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;用预训练模型在本机为文本打标签，不向任何地方发送数据。&lt;/p&gt;&lt;p&gt;自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本。基于 Qt %2、libtorch、ICU、SQLite 和 QCustomPlot。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>复核(&amp;V)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open for reading only; nothing you do here is kept. %1</source>
        <translation>只读打开，在这里做的改动不会保存。%1</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Decide on the text first; then texts like it can get the same.</source>
        <translation>请先对这条文本作出决定，相似的文本才能照此处理。</translation>
    </message>
    <message>
        <source>Tables and texts (*.csv *.tsv *.xlsx *.jsonl *.ndjson *.json *.txt)</source>
        <translation>表格和文本 (*.csv *.tsv *.xlsx *.jsonl *.ndjson *.json *.txt)</translation>
    </message>
    <message>
        <source>Import a folder of texts</source>
        <translation>导入文本文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) added.</source>
        <translation>
            <numerusform>已追加 %n 条文本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n 条已经存在。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) came from the file.</source>
        <translation>
            <numerusform>文件中的 %n 条人工判定已导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) are new.</source>
        <translation>
            <numerusform>新增 %n 个标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) made here before stay, although the file says otherwise.</source>
        <translation>
            <numerusform>%n 条此前在这里作出的判定保持不变，尽管文件中的说法不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) are about texts that are not here.</source>
        <translation>
            <numerusform>%n 条判定所属的文本不在这里。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MergeCard</name>
    <message>
        <source>and</source>
        <translation>与</translation>
    </message>
    <message>
        <source>Select for “Merge selected”</source>
        <translation>选中，供“合并所选”使用</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) have these labels</source>
        <translation>
            <numerusform>影响 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>Both: %1</source>
        <translation>两边都有：%1</translation>
    </message>
    <message>
        <source>Only %1: %2</source>
        <translation>只在%1：%2</translation>
    </message>
    <message>
        <source>Keep the name “%1”</source>
        <translation>保留名称「%1」</translation>
    </message>
    <message>
        <source>Merge into “%1”</source>
        <translation>合并为「%1」</translation>
    </message>
    <message>
        <source>One label remains; the arrow chooses whose name stays</source>
        <translation>只留下一个标签；用箭头选择保留谁的名称</translation>
    </message>
    <message>
        <source>“%1” below “%2”</source>
        <translation>「%1」归到「%2」下</translation>
    </message>
    <message>
        <source>Others below “%1”</source>
        <translation>其余归到「%1」下</translation>
    </message>
    <message>
        <source>Both stay labels of their own, one under the other in the tree</source>
        <translation>仍是各自独立的标签，一个成为另一个的下级</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>都保留</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>都保留</translation>
    </message>
    <message>
        <source>Not suggested again in this label set; undo takes it back</source>
        <translation>在这个标签集里不再建议；可以撤销</translation>
    </message>
    <message>
        <source>Never ask again</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Not suggested in any label set on this computer; listed at the foot of the page</source>
        <translation>在本机的任何标签集里都不再建议；页面底部可以恢复</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MergeFoot</name>
    <message numerus="yes">
        <source>%n pair(s) that you keep apart in this label set</source>
        <translation>
            <numerusform>您在这个标签集里都保留的 %n 对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) that you asked never to see again</source>
        <translation>
            <numerusform>您选择不再提示的 %n 对</numerusform>
        </translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>没有列出</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MergeHint</name>
    <message>
        <source>Labels that could be one</source>
        <translation>可合并的标签</translation>
    </message>
    <message numerus="yes">
        <source>See %n suggestion(s) →</source>
        <translation>
            <numerusform>查看 %n 条建议 →</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MergePage</name>
    <message>
        <source>Suggest a pair again</source>
        <translation>重新建议一对标签</translation>
    </message>
    <message>
        <source>It takes two labels to compare. Add some at the left.</source>
        <translation>至少要有两个标签才能比较，请在左侧添加。</translation>
    </message>
    <message>
        <source>The labels are compared as soon as the run has ended.</source>
        <translation>运行结束后马上比较标签。</translation>
    </message>
    <message>
        <source>Comparing the labels…</source>
        <translation>正在比较标签…</translation>
    </message>
    <message>
        <source>No two labels mean the same. All %1 pairs were compared: by meaning (model %2) %3</source>
        <translation>没有意思相同的标签。全部 %1 对都比较过：按意思（模型 %2）%3</translation>
    </message>
    <message>
        <source>only, since no text has scores yet.</source>
        <translation>，因为还没有文本有得分。</translation>
    </message>
    <message numerus="yes">
        <source>and by their scores on %n text(s).</source>
        <translation>
            <numerusform>，并按 %n 条文本上的得分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n 条建议</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n selected and look again</source>
        <translation>
            <numerusform>合并所选 %n 条并再找一遍</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge “%1” into “%2”</source>
        <translation>把「%1」并入「%2」</translation>
    </message>
    <message>
        <source>“%1” is merged into “%2”; Undo takes it out again.</source>
        <translation>「%1」已并入「%2」；撤销即可拆出。</translation>
    </message>
    <message>
        <source>Put “%1” below “%2”</source>
        <translation>把「%1」归到「%2」之下</translation>
    </message>
    <message>
        <source>“%1” stands below “%2”; Undo takes it back.</source>
        <translation>「%1」已归到「%2」之下；可以撤销。</translation>
    </message>
    <message>
        <source>Keep “%1” and “%2” apart</source>
        <translation>「%1」和「%2」都保留</translation>
    </message>
    <message>
        <source>“%1” and “%2” are not suggested again in this label set.</source>
        <translation>在这个标签集里不再建议合并「%1」和「%2」。</translation>
    </message>
    <message>
        <source>“%1” and “%2” are never suggested again; the foot of the page takes it back.</source>
        <translation>不再提示「%1」和「%2」；可以在页面底部恢复。</translation>
    </message>
    <message numerus="yes">
        <source>Merge the labels of %n suggestion(s)</source>
        <translation>
            <numerusform>按 %n 条建议合并标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The labels of %n suggestion(s) are merged; Undo takes them out again.</source>
        <translation>
            <numerusform>已按 %n 条建议合并标签；撤销即可拆出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge suggestions</source>
        <translation>合并建议</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一遍</translation>
    </message>
    <message>
        <source>Compare the labels as they are now</source>
        <translation>按现在的标签重新比较</translation>
    </message>
    <message>
        <source>Back to the texts</source>
        <translation>返回文本</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::MergeTrial</name>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>Both names are still asked, so a run takes as long as now. Deleting %1 instead would save %2 of a run.</source>
        <translation>合并后名称仍分别问模型，每次运行的用时不变；改为删除%1可省下每次运行的 %2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>nothing is changed yet</source>
        <translation>还没有改动任何东西</translation>
    </message>
    <message>
        <source>Choose a suggestion to see what it would do to the texts.</source>
        <translation>选一条建议，看看它会怎样改变文本的标签。</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Can be taken back at any time, also after a restart</source>
        <translation>随时可撤销，重启后也行</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ModelChooser</name>
    <message>
        <source>Model: automatic</source>
        <translation>模型：自动</translation>
    </message>
    <message>
        <source>Chinese texts go to the Chinese model, the others to the English one</source>
        <translation>中文文本用中文模型，其余用英文模型</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Manage models…</source>
        <translation>管理模型…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The model that labels the texts. A change keeps the labels, marked as outdated, until the next run</source>
        <translation>为文本打标签的模型。更换后原有标签保留并标为过时，直到下次运行</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n text(s)</source>
        <translation>
            <numerusform>%1：%n 条文本</numerusform>
        </translation>
    </message>
    <message>
        <source>Model: automatic (%1)</source>
        <translation>模型：自动（%1）</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ModelPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>本机上的模型</translation>
    </message>
    <message>
        <source>There is no English model yet, so English texts go to the Chinese one. To get it, run installer/bootstrap.sh in the program&apos;s source folder, or download sentence-transformers/%1 here.</source>
        <translation>还没有英文模型，英文文本由中文模型处理。获取方法：在程序源码文件夹中运行 installer/bootstrap.sh，或在这里下载 sentence-transformers/%1。</translation>
    </message>
    <message>
        <source>&amp;Add Folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>List a model&apos;s folder, or a folder that holds models; nothing is copied</source>
        <translation>列出模型文件夹，或包含模型的文件夹；不复制任何内容</translation>
    </message>
    <message>
        <source>&amp;Download…</source>
        <translation>下载(&amp;D)…</translation>
    </message>
    <message>
        <source>Fetch a model from Hugging Face, ModelScope or a mirror</source>
        <translation>从 Hugging Face、ModelScope 或镜像获取模型</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Look again (%1)</source>
        <translation>重新查找（%1）</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>Load the model on trial and score two texts</source>
        <translation>试加载模型并为两条文本评分</translation>
    </message>
    <message>
        <source>&amp;Use This Model</source>
        <translation>使用此模型(&amp;U)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>删除(&amp;E)…</translation>
    </message>
    <message>
        <source>R&amp;emove from List</source>
        <translation>从列表移除(&amp;E)</translation>
    </message>
    <message>
        <source>Delete the downloaded files</source>
        <translation>删除已下载的文件</translation>
    </message>
    <message>
        <source>Forget the folder; its files stay as they are</source>
        <translation>不再列出此文件夹，文件保持不变</translation>
    </message>
    <message>
        <source>Only folders that you added and downloads can be removed</source>
        <translation>只能移除您添加的文件夹和下载的模型</translation>
    </message>
    <message>
        <source>Add a Folder of Models</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Delete the downloaded model “%1”?</source>
        <translation>删除已下载的模型“%1”？</translation>
    </message>
    <message>
        <source>Its files are removed from this computer. Labels and results stay.</source>
        <translation>其文件将从本机删除。标签和结果保留。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the folder %1 from the list?</source>
        <translation>从列表中移除文件夹 %1？</translation>
    </message>
    <message>
        <source>All models in it leave the list. The files stay as they are.</source>
        <translation>其中的所有模型将从列表中消失，文件保持不变。</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>从列表移除</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ModelTableModel</name>
    <message>
        <source>Not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::PairList</name>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>恢复建议</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::PlanCard</name>
    <message>
        <source>Import texts to see what labeling them costs.</source>
        <translation>导入文本后，这里显示标注的开销。</translation>
    </message>
    <message>
        <source>Add labels to see what a run costs.</source>
        <translation>添加标签后，这里显示运行的开销。</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>Working out the costs…</source>
        <translation>正在估算…</translation>
    </message>
    <message>
        <source>about %1 new pairs</source>
        <translation>新算约 %1 对</translation>
    </message>
    <message>
        <source>%1 new pairs</source>
        <translation>新算 %1 对</translation>
    </message>
    <message>
        <source>%1 from cache</source>
        <translation>缓存 %1 对</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>One more label: next to nothing.</source>
        <translation>多一个标签：几乎不花时间。</translation>
    </message>
    <message>
        <source>One more label: about %1 s.</source>
        <translation>多一个标签：约 %1 秒。</translation>
    </message>
    <message>
        <source>One more label: about %1.</source>
        <translation>多一个标签：约 %1。</translation>
    </message>
    <message>
        <source>Run plan</source>
        <translation>运行计划</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::PresetButton</name>
    <message>
        <source>Kept as the preset “%1”.</source>
        <translation>已保存为预设“%1”。</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Take a ready-made label set, or keep this one</source>
        <translation>选用现成的标签集，或保存当前这一套</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>&amp;Save as Preset…</source>
        <translation>存为预设(&amp;S)…</translation>
    </message>
    <message>
        <source>Save as Preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设名称：</translation>
    </message>
    <message>
        <source>&amp;Rename This Label Set…</source>
        <translation>重命名此标签集(&amp;R)…</translation>
    </message>
    <message>
        <source>Rename Label Set</source>
        <translation>重命名标签集</translation>
    </message>
    <message>
        <source>Name of the label set:</source>
        <translation>标签集名称：</translation>
    </message>
    <message>
        <source>&amp;Delete Preset</source>
        <translation>删除预设(&amp;D)</translation>
    </message>
    <message>
        <source>Delete Preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Delete the preset “%1”?</source>
        <translation>删除预设“%1”？</translation>
    </message>
    <message>
        <source>The labels in use stay as they are.</source>
        <translation>正在使用的标签不受影响。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>&amp;Find and Arrange Presets…</source>
        <translation>查找和整理预设(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Import Labels from a File…</source>
        <translation>从文件导入标签(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export Labels…</source>
        <translation>导出标签(&amp;E)…</translation>
    </message>
    <message>
        <source>Labels &amp;Used Before…</source>
        <translation>以前用过的标签(&amp;U)…</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::PresetDialog</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (built in)</source>
        <translation>%1（内置）</translation>
    </message>
    <message>
        <source>Copy a built-in preset first; it stays as it is</source>
        <translation>内置预设不能改，请先复制一份</translation>
    </message>
    <message>
        <source>Copy Preset</source>
        <translation>复制预设</translation>
    </message>
    <message>
        <source>Name of the copy:</source>
        <translation>副本名称：</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>Rename Preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设名称：</translation>
    </message>
    <message>
        <source>Describe Preset</source>
        <translation>预设说明</translation>
    </message>
    <message>
        <source>What the preset is for:</source>
        <translation>这套预设用来做什么：</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Search names, descriptions, labels</source>
        <translation>搜索名称、说明、标签</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>选用(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy…</source>
        <translation>复制(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Describe…</source>
        <translation>说明(&amp;D)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop after the batch under way; what is done stays (Ctrl+.)</source>
        <translation>完成当前批次后停止，已完成的保留（Ctrl+.）</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1 texts/s · %2 left · %3 % from cache</source>
        <translation>%1 条/秒 · 剩 %2 · 缓存 %3 %</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ProjectFiles</name>
    <message>
        <source>A copy is in %1.</source>
        <translation>副本已保存到 %1。</translation>
    </message>
    <message>
        <source>The project took %1, now %2.</source>
        <translation>项目原占 %1，现为 %2。</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开的项目(&amp;R)</translation>
    </message>
    <message>
        <source>Work without a project file</source>
        <translation>不用项目文件（默认工作区）</translation>
    </message>
    <message>
        <source>No project was opened yet</source>
        <translation>还没有打开过项目</translation>
    </message>
    <message>
        <source>Labelwright projects (*.lwproj)</source>
        <translation>标匠项目 (*.lwproj)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Project.lwproj</source>
        <translation>项目.lwproj</translation>
    </message>
    <message>
        <source>there is such a file already</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source> copy</source>
        <translation> 副本</translation>
    </message>
    <message>
        <source>Save a copy of the project</source>
        <translation>保存项目副本</translation>
    </message>
    <message>
        <source>The project is damaged</source>
        <translation>项目已损坏</translation>
    </message>
    <message>
        <source>%1 cannot be opened as it is. It was left untouched.</source>
        <translation>%1 无法直接打开，文件未作任何改动。</translation>
    </message>
    <message>
        <source>A backup takes you back to how it was. A rescue reads what can still be read into a new project.</source>
        <translation>用备份可以回到先前的状态；抢救会把还能读出的内容放进一个新项目。</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Rescue…</source>
        <translation>抢救…</translation>
    </message>
    <message>
        <source> rescued</source>
        <translation> 抢救</translation>
    </message>
    <message>
        <source>Rescue into a new project</source>
        <translation>抢救到新项目</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::RangeHistogram</name>
    <message>
        <source>Confidence from %1 to %2</source>
        <translation>置信度 %1 至 %2</translation>
    </message>
    <message>
        <source>Drag an end to see only texts of this confidence; arrow keys move the lower end, with Shift the upper one</source>
        <translation>拖动两端只看这一置信度范围的文本；方向键移动下端，按住 Shift 移动上端</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::RejectsModel</name>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::Reviewer</name>
    <message>
        <source>&amp;Accept the suggestion</source>
        <translation>采纳建议(&amp;A)</translation>
    </message>
    <message>
        <source>The model is right. Goes on to the next text</source>
        <translation>模型判断正确；转到下一条</translation>
    </message>
    <message>
        <source>N&amp;one of these labels</source>
        <translation>都不是(&amp;O)</translation>
    </message>
    <message>
        <source>The text carries none of the labels. Goes on to the next text</source>
        <translation>文本不属于任何一个标签；转到下一条</translation>
    </message>
    <message>
        <source>&amp;Unsure: put off</source>
        <translation>拿不准，先放一放(&amp;U)</translation>
    </message>
    <message>
        <source>Marks the text to be looked at again, or takes the mark away</source>
        <translation>标为待再看，或取消</translation>
    </message>
    <message>
        <source>&amp;Flag</source>
        <translation>标记(&amp;F)</translation>
    </message>
    <message>
        <source>Marks the text for whatever you like, or takes the mark away</source>
        <translation>给文本做个标记，或取消标记</translation>
    </message>
    <message>
        <source>&amp;Take the decision back</source>
        <translation>撤回人工标注(&amp;T)</translation>
    </message>
    <message>
        <source>Nobody has said anything about the text again; the model&apos;s suggestion shows</source>
        <translation>回到未复核状态，重新显示模型建议</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>On to the next text without a word</source>
        <translation>不作判断，转到下一条</translation>
    </message>
    <message>
        <source>Next text with the same &amp;label</source>
        <translation>下一条同标签文本(&amp;L)</translation>
    </message>
    <message>
        <source>The next row that has the current row&apos;s label</source>
        <translation>与当前行标签相同的下一行</translation>
    </message>
    <message>
        <source>P&amp;revious text with the same label</source>
        <translation>上一条同标签文本(&amp;R)</translation>
    </message>
    <message>
        <source>The row before that has the current row&apos;s label</source>
        <translation>与当前行标签相同的上一行</translation>
    </message>
    <message>
        <source>&amp;Give the label</source>
        <translation>给出标签(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n text(s)</source>
        <translation>
            <numerusform>%1：%n 条文本</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the label %1</source>
        <translation>给出标签「%1」</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>采纳建议</translation>
    </message>
    <message>
        <source>None of these labels</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>撤回人工标注</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Split off selected te&amp;xts…</source>
        <translation>把所选文本拆成新标签(&amp;X)…</translation>
    </message>
    <message>
        <source>Makes a new label and gives it to the selected texts</source>
        <translation>新建一个标签并给所选文本</translation>
    </message>
    <message>
        <source>There is no suggestion to accept; a label&apos;s key gives one.</source>
        <translation>没有可接受的建议；按标签的键给出标签。</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::RowHistory</name>
    <message>
        <source>no label</source>
        <translation>未下结论</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between labels</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>%1 · %2 took back “%3”: %4</source>
        <translation>%1 · %2 撤销了「%3」：%4</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between states of a text</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <translation>%1 · %2：%3</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::SalvageDialog</name>
    <message>
        <source>Rescued</source>
        <translation>抢救结果</translation>
    </message>
    <message>
        <source>Everything could be read. It is in %1.</source>
        <translation>全部内容都已读出，保存在 %1。</translation>
    </message>
    <message>
        <source>What could be read is in %1.</source>
        <translation>能读出的内容保存在 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) could not be read and stand there empty, so that every review stays with its text.</source>
        <translation>
            <numerusform>有 %n 条文本无法读出，在新项目中留空，以便每条复核仍对应原来的文本。</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读出</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Reviews of earlier texts</source>
        <translation>以前文本的复核</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Versions of the labels</source>
        <translation>标签版本</translation>
    </message>
    <message>
        <source>Labels of the versions</source>
        <translation>各版本的标签</translation>
    </message>
    <message>
        <source>Predictions (blocks)</source>
        <translation>预测（块）</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Source of the texts</source>
        <translation>文本来源</translation>
    </message>
    <message>
        <source>Names of the other columns</source>
        <translation>其他列的名称</translation>
    </message>
    <message>
        <source>Predictions (how to read them)</source>
        <translation>预测（读法）</translation>
    </message>
    <message>
        <source>Labels kept apart</source>
        <translation>保持分开的标签</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ScoreBars</name>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>%1: %2, given</source>
        <translation>%1：%2，已给出</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation>尚未评分</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::SelectionBar</name>
    <message numerus="yes">
        <source>%n text(s) selected</source>
        <translation>
            <numerusform>已选 %n 条文本</numerusform>
        </translation>
    </message>
    <message>
        <source>Give a label</source>
        <translation>给出标签</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::SettingsDialog</name>
    <message>
        <source>Now %1: %2 scores and %3 embeddings.</source>
        <translation>当前 %1：%2 个得分，%3 个向量。</translation>
    </message>
    <message>
        <source>Folder of models</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>fp32, exact</source>
        <translation>fp32，精确</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>fp16 (graphics card)</source>
        <translation>fp16（显卡）</translation>
    </message>
    <message>
        <source>int8 (processor)</source>
        <translation>int8（处理器）</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Let &quot;automatic&quot; use bf16 where this processor is faster with it</source>
        <translation>“自动”可在本处理器更快时使用 bf16</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>&amp;Clear the cache</source>
        <translation>清空缓存(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Col&amp;ours:</source>
        <translation>配色(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Device:</source>
        <translation>设备(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Precision:</source>
        <translation>精度(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Keep scores for:</source>
        <translation>得分保留(&amp;K)：</translation>
    </message>
    <message>
        <source>Cache at &amp;most:</source>
        <translation>缓存上限(&amp;M)：</translation>
    </message>
    <message>
        <source>Model &amp;folders:</source>
        <translation>模型文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::SplitDialog</name>
    <message>
        <source>Split off</source>
        <translation>拆出</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected text(s) get the new label by hand.</source>
        <translation>
            <numerusform>所选的 %n 条文本将由人工标为新标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name of the new label</source>
        <translation>新标签的名称</translation>
    </message>
    <message>
        <source>There is a label of this name already.</source>
        <translation>已有同名标签。</translation>
    </message>
    <message>
        <source>Split off %1</source>
        <translation>拆出「%1」</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::StatusStrip</name>
    <message>
        <source>Local only</source>
        <translation>仅在本机</translation>
    </message>
    <message>
        <source>Texts, labels and results stay on this computer; the program opens no connection unless you download a model</source>
        <translation>文本、标签和结果都留在本机；除非您下载模型，程序不建立任何连接</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Memory %1 / %2</source>
        <translation>内存 %1 / %2</translation>
    </message>
    <message>
        <source>Memory %1</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>Weights and one batch, of the device&apos;s memory</source>
        <translation>权重和一个批次，占设备内存</translation>
    </message>
    <message>
        <source>Cache %1</source>
        <translation>缓存 %1</translation>
    </message>
    <message>
        <source>%1 scores and %2 embeddings that no later run computes again</source>
        <translation>%1 个得分和 %2 个向量，以后无需重算</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) truncated</source>
        <translation>
            <numerusform>%n 条文本被截断</numerusform>
        </translation>
    </message>
    <message>
        <source>Longer than the model reads; their end was not taken into account. Click to see them</source>
        <translation>超过模型的最大长度，末尾没有参与判断。点击查看</translation>
    </message>
    <message>
        <source>Reviewed %1 / %2</source>
        <translation>已复核 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) put off</source>
        <translation>
            <numerusform>暂缓 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) flagged</source>
        <translation>
            <numerusform>已标记 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) wait for texts that are not open; they come back with them</source>
        <translation>
            <numerusform>另有 %n 条人工标注在等待未打开的文本，文本重新导入时自动恢复</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to see what is not reviewed yet</source>
        <translation>点击查看尚未复核的文本</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::TemplateField</name>
    <message>
        <source>&amp;Question</source>
        <translation>问法</translation>
    </message>
    <message>
        <source>Question template</source>
        <translation>问法模板</translation>
    </message>
    <message>
        <source>What the model is asked for each label: {} stands for the label&apos;s name</source>
        <translation>对每个标签怎样问模型：{} 代表标签名称</translation>
    </message>
    <message>
        <source>Write {} exactly once, where the label&apos;s name goes. Until then the old question stays.</source>
        <translation>请恰好写一个 {}，标签名称填在那里。在此之前沿用原问法。</translation>
    </message>
    <message>
        <source>{} stands for the label&apos;s name.</source>
        <translation>{} 代表标签名称。</translation>
    </message>
    <message>
        <source>Example: “%1”</source>
        <translation>例：“%1”</translation>
    </message>
    <message>
        <source>Example: “%1” → “%2”</source>
        <translation>例：“%1” → “%2”</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::TextsModel</name>
    <message>
        <source>no label</source>
        <translation>未下结论</translation>
    </message>
    <message>
        <source>Id %1, line %2 of the file</source>
        <translation>编号 %1，文件第 %2 行</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>领先</translation>
    </message>
    <message>
        <source>Number of the row in the file. Click to sort</source>
        <translation>文件中的行号。点击排序</translation>
    </message>
    <message>
        <source>The text; in full at the right. Click to sort</source>
        <translation>文本，全文见右侧。点击排序</translation>
    </message>
    <message>
        <source>Probability of the best label. Click to sort</source>
        <translation>最佳标签的概率。点击排序</translation>
    </message>
    <message>
        <source>Lead of the best label over the second. Click to sort: small ones are worth a look</source>
        <translation>最佳标签领先第二名的幅度。点击排序：小的值得看一看</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between states of a text</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The model says %1, %2</source>
        <translation>模型认为「%1」，%2</translation>
    </message>
    <message>
        <source>%1 is no longer a label</source>
        <translation>「%1」已不在标签中</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Filled: what you say. Dashed: what the model suggests. Click to sort by the model&apos;s label</source>
        <translation>实心：人工标注；虚线：模型建议。点击按模型标签排序</translation>
    </message>
    <message>
        <source>Suggested by the model, accepted or corrected by you; put off; flagged</source>
        <translation>模型建议、已采纳、已更正；暂缓；已标记</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>暂缓</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::TextsPage</name>
    <message>
        <source>Search: words, label:NAME, conf:&lt;0.6, &quot;exact phrase&quot;, -not</source>
        <translation>搜索：词语、label:标签、conf:&lt;0.6、&quot;原句&quot;、-排除</translation>
    </message>
    <message>
        <source>Search in the texts</source>
        <translation>在文本中搜索</translation>
    </message>
    <message>
        <source>Texts and their labels</source>
        <translation>文本及其标签</translation>
    </message>
    <message>
        <source>Order of the texts</source>
        <translation>文本顺序</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>自定顺序</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>Next: say which labels there are. Type them at the left, or take a preset.</source>
        <translation>下一步：说明有哪些标签。在左侧输入，或选用预设。</translation>
    </message>
    <message>
        <source>Outdated: these labels were given by another model or precision than the one chosen now.</source>
        <translation>已过时：这些标签由另一个模型或精度给出，与当前的选择不同。</translation>
    </message>
    <message>
        <source>Label again</source>
        <translation>重新标注</translation>
    </message>
    <message>
        <source>These texts are not labeled yet.</source>
        <translation>这些文本尚未标注。</translation>
    </message>
    <message numerus="yes">
        <source>Label %n text(s)</source>
        <translation>
            <numerusform>标注 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Random order %1</source>
        <translation>随机顺序 %1</translation>
    </message>
    <message>
        <source>Which rows picked: means is not known any more; pick them again where they were picked</source>
        <translation>已不知道 picked: 指哪些行，请在原处重新选取</translation>
    </message>
    <message>
        <source>&lt;p&gt;Shows the texts that match everything typed (Ctrl+F):&lt;/p&gt;&lt;p&gt;&lt;b&gt;word&lt;/b&gt;, &lt;b&gt;&quot;exact phrase&quot;&lt;/b&gt;, &lt;b&gt;-without&lt;/b&gt;, &lt;b&gt;/regular expression/&lt;/b&gt;&lt;br&gt;&lt;b&gt;label:NAME&lt;/b&gt;, &lt;b&gt;label:A,B&lt;/b&gt;, &lt;b&gt;label:none&lt;/b&gt;&lt;br&gt;&lt;b&gt;conf:&amp;lt;0.6&lt;/b&gt;, &lt;b&gt;conf:0.4~0.6&lt;/b&gt;, &lt;b&gt;margin:&amp;lt;0.1&lt;/b&gt;, &lt;b&gt;len:&amp;gt;512&lt;/b&gt;&lt;br&gt;&lt;b&gt;status:unreviewed&lt;/b&gt;, &lt;b&gt;status:corrected,flagged&lt;/b&gt;, &lt;b&gt;human:NAME&lt;/b&gt;, &lt;b&gt;note:yes&lt;/b&gt;&lt;br&gt;&lt;b&gt;dup:yes&lt;/b&gt;, &lt;b&gt;truncated:yes&lt;/b&gt;, &lt;b&gt;scored:no&lt;/b&gt;, &lt;b&gt;model:NAME&lt;/b&gt;&lt;br&gt;&lt;b&gt;COLUMN:part&lt;/b&gt;, &lt;b&gt;COLUMN:=A,B&lt;/b&gt;, &lt;b&gt;COLUMN:&amp;lt;&amp;gt;A&lt;/b&gt;, &lt;b&gt;COLUMN:2..7&lt;/b&gt;, &lt;b&gt;COLUMN:&amp;gt;2026-01&lt;/b&gt;, &lt;b&gt;COLUMN:NULL&lt;/b&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;显示符合全部条件的文本（Ctrl+F）：&lt;/p&gt;&lt;p&gt;&lt;b&gt;词语&lt;/b&gt;、&lt;b&gt;&quot;原句&quot;&lt;/b&gt;、&lt;b&gt;-排除&lt;/b&gt;、&lt;b&gt;/正则表达式/&lt;/b&gt;&lt;br&gt;&lt;b&gt;label:标签&lt;/b&gt;、&lt;b&gt;label:甲,乙&lt;/b&gt;、&lt;b&gt;label:none&lt;/b&gt;&lt;br&gt;&lt;b&gt;conf:&amp;lt;0.6&lt;/b&gt;、&lt;b&gt;conf:0.4~0.6&lt;/b&gt;、&lt;b&gt;margin:&amp;lt;0.1&lt;/b&gt;、&lt;b&gt;len:&amp;gt;512&lt;/b&gt;&lt;br&gt;&lt;b&gt;status:unreviewed&lt;/b&gt;、&lt;b&gt;status:corrected,flagged&lt;/b&gt;、&lt;b&gt;human:标签&lt;/b&gt;、&lt;b&gt;note:yes&lt;/b&gt;&lt;br&gt;&lt;b&gt;dup:yes&lt;/b&gt;、&lt;b&gt;truncated:yes&lt;/b&gt;、&lt;b&gt;scored:no&lt;/b&gt;、&lt;b&gt;model:名称&lt;/b&gt;&lt;br&gt;&lt;b&gt;列名:部分内容&lt;/b&gt;、&lt;b&gt;列名:=甲,乙&lt;/b&gt;、&lt;b&gt;列名:&amp;lt;&amp;gt;甲&lt;/b&gt;、&lt;b&gt;列名:2..7&lt;/b&gt;、&lt;b&gt;列名:&amp;gt;2026-01&lt;/b&gt;、&lt;b&gt;列名:NULL&lt;/b&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Filters: what kinds of texts there are, and how many (F9)</source>
        <translation>筛选：有哪些类文本、各有多少（F9）</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ToolStrip</name>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n row(s)…</source>
        <translation>
            <numerusform>导出 %n 行(&amp;E)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Given from</source>
        <translation>标签阈值</translation>
    </message>
    <message>
        <source>A label is given from this probability on. Changes at once, without running the model</source>
        <translation>概率达到此值即给出标签。立即生效，无需运行模型</translation>
    </message>
    <message>
        <source>No label below</source>
        <translation>低于此值不下结论</translation>
    </message>
    <message>
        <source>A text whose best label is less probable gets none; 0.00: every text gets one. Changes at once, without running the model</source>
        <translation>最佳标签低于此概率的文本不下结论；0.00 表示每条都下结论。立即生效，无需运行模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>Label %n text(s)</source>
        <translation>
            <numerusform>标注 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::ui::UsedLabelsDialog</name>
    <message>
        <source>Labels used before</source>
        <translation>以前用过的标签</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>也叫</translation>
    </message>
    <message>
        <source>Labels used on this machine</source>
        <translation>本机用过的标签</translation>
    </message>
    <message>
        <source>Names that mean the same could not be put together: %1</source>
        <translation>含义相同的名称未能归到一起：%1</translation>
    </message>
    <message>
        <source>No labels were used on this machine yet; every run remembers its labels.</source>
        <translation>本机还没有用过标签；每次标注都会记住所用的标签。</translation>
    </message>
    <message>
        <source>Comparing names, to put together those that mean the same…</source>
        <translation>正在比较名称，把含义相同的归到一起…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Every label that was used before is in this set.</source>
        <translation>以前用过的标签都已在此标签集中。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n label(s)</source>
        <translation><numerusform>添加 %n 个标签(&amp;A)</numerusform></translation>
    </message>
    <message>
        <source>Add labels used before</source>
        <translation>添加以前用过的标签</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::VersionDialog</name>
    <message>
        <source>Version %1 (in use)</source>
        <translation>第 %1 版（使用中）</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>the labels in use</source>
        <translation>使用中的标签</translation>
    </message>
    <message>
        <source>the version before it</source>
        <translation>它的前一版</translation>
    </message>
    <message>
        <source>Restore version %1</source>
        <translation>恢复第 %1 版</translation>
    </message>
    <message>
        <source>Versions of the labels</source>
        <translation>标签的历史版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>与之比较(&amp;C)</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对照</translation>
    </message>
    <message>
        <source>Texts by their label in the older version (rows) and the newer one (columns)</source>
        <translation>按旧版标签（行）与新版标签（列）统计的文本数</translation>
    </message>
    <message>
        <source>&amp;Restore this version</source>
        <translation>恢复此版(&amp;R)</translation>
    </message>
    <message>
        <source>Makes these the labels again, as a new version; Undo takes it back</source>
        <translation>以新版本的形式恢复这些标签；可撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>labelwright::ui::ViewsButton</name>
    <message>
        <source>&amp;Save this view…</source>
        <translation>保存当前视图(&amp;S)…</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存当前视图</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>Delete the view “%1”? The texts stay as they are.</source>
        <translation>删除视图“%1”？文本不受影响。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Queries and orders under names of yours</source>
        <translation>以自定名称保存的搜索条件和排序</translation>
    </message>
</context>
</TS>
