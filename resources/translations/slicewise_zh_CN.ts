<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Open a scan first.</source>
        <translation>请先打开一个扫描。</translation>
    </message>
    <message>
        <source>Open a second scan first.</source>
        <translation>请先打开第二个扫描。</translation>
    </message>
    <message>
        <source>Open or predict a mask first.</source>
        <translation>请先打开或预测一个掩膜。</translation>
    </message>
    <message>
        <source>Compare a prediction with its reference first.</source>
        <translation>请先将一个预测与其参考进行比较。</translation>
    </message>
    <message>
        <source>Open a reference mask and a prediction over one scan first.</source>
        <translation>请先在同一扫描上打开参考掩膜和预测。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>撤回上一次更改</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>再次进行该更改</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a scan, mask or zip</source>
        <translation>打开扫描、掩膜或 ZIP 文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open DICOM &amp;folder…</source>
        <translation>打开 DICOM 文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open a folder of DICOM slices</source>
        <translation>打开一个 DICOM 切片文件夹</translation>
    </message>
    <message>
        <source>Open &amp;mask…</source>
        <translation>打开掩膜(&amp;M)…</translation>
    </message>
    <message>
        <source>Lay a mask over the open scan</source>
        <translation>在已打开的扫描上叠加掩膜</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <source>Open second scan &amp;beside…</source>
        <translation>并排打开第二个扫描(&amp;B)…</translation>
    </message>
    <message>
        <source>Lay another scan beside the open one, at the same place of the patient</source>
        <translation>将另一个扫描放在已打开扫描旁边，位于患者的同一位置</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>&amp;Save mask as…</source>
        <translation>掩膜另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the chosen mask to a file</source>
        <translation>将所选掩膜保存到文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Export surface…</source>
        <translation>导出表面(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the surface of a label as an STL or PLY file, in mm</source>
        <translation>将标签的表面保存为 STL 或 PLY 文件，单位 mm</translation>
    </message>
    <message>
        <source>Save sess&amp;ion as…</source>
        <translation>会话另存为(&amp;I)…</translation>
    </message>
    <message>
        <source>Save what is open and how it is looked at as one small file, to go on with later</source>
        <translation>将已打开的内容及其显示方式保存为一个小文件，以便日后继续</translation>
    </message>
    <message>
        <source>Save rep&amp;ort of the newest run…</source>
        <translation>保存最新运行的报告(&amp;O)…</translation>
    </message>
    <message>
        <source>Task, settings, what was run and what came out, as a web page or PDF without names</source>
        <translation>任务、设置、运行内容和结果，保存为不含姓名的网页或 PDF</translation>
    </message>
    <message>
        <source>Open &amp;data set folder…</source>
        <translation>打开数据集文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Choose a folder of scans with their masks, to train on</source>
        <translation>选择包含扫描及其掩膜的文件夹，用于训练</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>&amp;Case table…</source>
        <translation>病例表(&amp;C)…</translation>
    </message>
    <message>
        <source>Everything about the cases of the data set: pairs, verdicts, repairs, persons</source>
        <translation>数据集病例的全部信息：配对、结论、修复、人员</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>病例</translation>
    </message>
    <message>
        <source>Open demo &amp;patients</source>
        <translation>打开演示患者(&amp;P)</translation>
    </message>
    <message>
        <source>Make six artificial patients and open the first, ready to train on</source>
        <translation>生成六名人造患者并打开第一名，可直接训练</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>&amp;Clear recent files</source>
        <translation>清除最近文件(&amp;C)</translation>
    </message>
    <message>
        <source>Forget the recent files</source>
        <translation>忘记最近的文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close Slicewise</source>
        <translation>关闭 Slicewise</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>Type a few letters of any command, panel, window preset or recent file</source>
        <translation>输入任何命令、面板、窗预设或最近文件的几个字母</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>按键与鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>Every key and what the mouse does</source>
        <translation>所有按键以及鼠标的作用</translation>
    </message>
    <message>
        <source>&amp;Words used here</source>
        <translation>术语解释(&amp;W)</translation>
    </message>
    <message>
        <source>Every technical word in one line, for readers of CTs</source>
        <translation>每个术语一行说明，写给阅读 CT 的人</translation>
    </message>
    <message>
        <source>&amp;About Slicewise</source>
        <translation>关于 Slicewise(&amp;A)</translation>
    </message>
    <message>
        <source>Version and purpose</source>
        <translation>版本与用途</translation>
    </message>
    <message>
        <source>&amp;Masks</source>
        <translation>掩膜(&amp;M)</translation>
    </message>
    <message>
        <source>Show or hide every mask</source>
        <translation>显示或隐藏所有掩膜</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <source>P&amp;revious label</source>
        <translation>上一个标签(&amp;R)</translation>
    </message>
    <message>
        <source>Choose the label above in the Segments panel</source>
        <translation>在“分割”面板中选择上面的标签</translation>
    </message>
    <message>
        <source>N&amp;ext label</source>
        <translation>下一个标签(&amp;E)</translation>
    </message>
    <message>
        <source>Choose the label below in the Segments panel</source>
        <translation>在“分割”面板中选择下面的标签</translation>
    </message>
    <message>
        <source>&amp;Next way of comparing</source>
        <translation>下一种比较方式(&amp;N)</translation>
    </message>
    <message>
        <source>Show reference, prediction, agreement, differences, then the masks as they are set</source>
        <translation>依次显示参考、预测、一致性、差异，然后按设置显示掩膜</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>&amp;Masks as they are set</source>
        <translation>按设置显示掩膜(&amp;M)</translation>
    </message>
    <message>
        <source>Show every mask as the Segments panel says</source>
        <translation>按“分割”面板的设置显示每个掩膜</translation>
    </message>
    <message>
        <source>&amp;Reference alone</source>
        <translation>仅参考(&amp;R)</translation>
    </message>
    <message>
        <source>Show nothing but the reference</source>
        <translation>只显示参考</translation>
    </message>
    <message>
        <source>&amp;Prediction alone</source>
        <translation>仅预测(&amp;P)</translation>
    </message>
    <message>
        <source>Show nothing but the prediction</source>
        <translation>只显示预测</translation>
    </message>
    <message>
        <source>&amp;Agreement</source>
        <translation>一致性(&amp;A)</translation>
    </message>
    <message>
        <source>Show what is in both, only in the prediction and only in the reference</source>
        <translation>显示两者共有、仅预测有和仅参考有的部分</translation>
    </message>
    <message>
        <source>&amp;Outlines of differences</source>
        <translation>差异轮廓(&amp;O)</translation>
    </message>
    <message>
        <source>Outline what only one of the two has</source>
        <translation>勾画只有其中一个才有的部分</translation>
    </message>
    <message>
        <source>Next re&amp;gion</source>
        <translation>下一个区域(&amp;G)</translation>
    </message>
    <message>
        <source>Show the agreement of the next region</source>
        <translation>显示下一个区域的一致性</translation>
    </message>
    <message>
        <source>&amp;Flicker between masks</source>
        <translation>掩膜闪烁切换(&amp;F)</translation>
    </message>
    <message>
        <source>Show reference and prediction in turn, twice a second</source>
        <translation>交替显示参考与预测，每秒两次</translation>
    </message>
    <message>
        <source>&amp;Next worst slice</source>
        <translation>下一个最差切片(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the slice with the next lowest Dice</source>
        <translation>转到 Dice 次低的切片</translation>
    </message>
    <message>
        <source>Next worst</source>
        <translation>下一最差</translation>
    </message>
    <message>
        <source>&amp;Previous worst slice</source>
        <translation>上一个最差切片(&amp;P)</translation>
    </message>
    <message>
        <source>Go back to the slice with the lower Dice</source>
        <translation>返回 Dice 更低的切片</translation>
    </message>
    <message>
        <source>Prev worst</source>
        <translation>上一最差</translation>
    </message>
    <message>
        <source>&amp;Distance</source>
        <translation>距离(&amp;D)</translation>
    </message>
    <message>
        <source>Measure a distance: drag from end to end, or click both</source>
        <translation>测量距离：从一端拖到另一端，或分别点击两端</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>&amp;Angle</source>
        <translation>角度(&amp;A)</translation>
    </message>
    <message>
        <source>Measure an angle: drag to its corner, then click the second end</source>
        <translation>测量角度：拖到顶点，然后点击第二端</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>&amp;Ellipse</source>
        <translation>椭圆(&amp;E)</translation>
    </message>
    <message>
        <source>Mean, spread and range of the values in an ellipse: drag from corner to corner</source>
        <translation>椭圆内数值的均值、离散度和范围：从一角拖到另一角</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>注释(&amp;N)</translation>
    </message>
    <message>
        <source>Write a note beside a place: click, write, Enter</source>
        <translation>在某处旁写注释：点击、输入、按 Enter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Delete &amp;measurement</source>
        <translation>删除测量(&amp;M)</translation>
    </message>
    <message>
        <source>Delete the chosen measurement</source>
        <translation>删除所选测量</translation>
    </message>
    <message>
        <source>Ne&amp;xt lesion</source>
        <translation>下一个病灶(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the next lesion of the mask, the largest first; Tab does it in a view</source>
        <translation>转到掩膜的下一个病灶，最大的在先；在视图中可按 Tab</translation>
    </message>
    <message>
        <source>&amp;Previous lesion</source>
        <translation>上一个病灶(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the lesion before; Shift+Tab does it in a view</source>
        <translation>转到前一个病灶；在视图中可按 Shift+Tab</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>学习(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>Which views are shown, and where</source>
        <translation>显示哪些视图以及位置</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>Which panels are shown, and where</source>
        <translation>显示哪些面板以及位置</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>语言(&amp;U)</translation>
    </message>
    <message>
        <source>Language of the window, from the next start on</source>
        <translation>窗口语言，下次启动生效</translation>
    </message>
    <message>
        <source>Show the Data panel</source>
        <translation>显示“数据”面板</translation>
    </message>
    <message>
        <source>Bring the Data panel to the front</source>
        <translation>将“数据”面板置于最前</translation>
    </message>
    <message>
        <source>Show the Segments panel</source>
        <translation>显示“分割”面板</translation>
    </message>
    <message>
        <source>Bring the Segments panel to the front</source>
        <translation>将“分割”面板置于最前</translation>
    </message>
    <message>
        <source>&amp;Steps to a model</source>
        <translation>建模步骤(&amp;S)</translation>
    </message>
    <message>
        <source>Show the Steps panel: what is done, what is next, and why a step waits</source>
        <translation>显示“步骤”面板：已完成什么、下一步是什么、某步为何等待</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Show the Train panel</source>
        <translation>显示“训练”面板</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>All &amp;runs…</source>
        <translation>所有运行(&amp;R)…</translation>
    </message>
    <message>
        <source>Every training run with its settings and scores, and the queue for the night</source>
        <translation>每次训练运行及其设置和评分，以及夜间队列</translation>
    </message>
    <message>
        <source>Show the curves of the running or newest run in a window of their own</source>
        <translation>在单独窗口中显示正在进行或最新运行的曲线</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>The &amp;network…</source>
        <translation>网络(&amp;N)…</translation>
    </message>
    <message>
        <source>The network drawn as the U it is: levels, skips, what it sees and what it takes</source>
        <translation>将网络画成它本来的 U 形：层级、跳跃连接、所见范围和所需资源</translation>
    </message>
    <message>
        <source>Split &amp;board…</source>
        <translation>划分板(&amp;B)…</translation>
    </message>
    <message>
        <source>C&amp;urves</source>
        <translation>曲线(&amp;U)</translation>
    </message>
    <message>
        <source>Would more patients &amp;help?…</source>
        <translation>更多患者有帮助吗？(&amp;H)…</translation>
    </message>
    <message>
        <source>A learning curve: trainings on a quarter up to all of the patients, and what it says</source>
        <translation>学习曲线：用四分之一直到全部患者进行训练，以及由此得出的结论</translation>
    </message>
    <message>
        <source>More?</source>
        <translation>更多患者？</translation>
    </message>
    <message>
        <source>&amp;What the network sees…</source>
        <translation>网络看到什么(&amp;W)…</translation>
    </message>
    <message>
        <source>The very pictures and masks it learns from, with and without augmentation</source>
        <translation>网络实际学习的图像和掩膜，含增强与不含增强</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>&amp;Predict</source>
        <translation>预测(&amp;P)</translation>
    </message>
    <message>
        <source>Show the Predict panel</source>
        <translation>显示“预测”面板</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>The mode&amp;l…</source>
        <translation>模型(&amp;L)…</translation>
    </message>
    <message>
        <source>Passport of the chosen model: origin, data, scores, limits, and what a use costs</source>
        <translation>所选模型的档案：来源、数据、评分、局限和使用开销</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>评估(&amp;E)</translation>
    </message>
    <message>
        <source>Show the Evaluate panel</source>
        <translation>显示“评估”面板</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Evaluate &amp;many cases…</source>
        <translation>评估多个病例(&amp;M)…</translation>
    </message>
    <message>
        <source>Compare folders of masks, the validation patients of a run, or two readers</source>
        <translation>比较掩膜文件夹、某运行的验证患者或两位阅片者</translation>
    </message>
    <message>
        <source>&amp;Grey window</source>
        <translation>灰度窗(&amp;G)</translation>
    </message>
    <message>
        <source>Show the Window panel: histogram, numbers and presets</source>
        <translation>显示“窗”面板：直方图、数值和预设</translation>
    </message>
    <message>
        <source>Measurements and &amp;lesions</source>
        <translation>测量与病灶(&amp;L)</translation>
    </message>
    <message>
        <source>Show the Measure panel</source>
        <translation>显示“测量”面板</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>Show everything Slicewise has said</source>
        <translation>显示 Slicewise 说过的所有内容</translation>
    </message>
    <message>
        <source>&amp;Arrange panels as at first</source>
        <translation>恢复最初的面板排列(&amp;A)</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>将每个面板放回最初的位置</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>下一个面板(&amp;N)</translation>
    </message>
    <message>
        <source>Give the keyboard to the next panel, or to the views</source>
        <translation>将键盘焦点移到下一个面板或视图</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>上一个面板(&amp;P)</translation>
    </message>
    <message>
        <source>Give the keyboard to the panel before</source>
        <translation>将键盘焦点移到前一个面板</translation>
    </message>
    <message>
        <source>&amp;Float or dock this panel</source>
        <translation>浮动或停靠此面板(&amp;F)</translation>
    </message>
    <message>
        <source>Let the panel in use float over the window, or dock it again</source>
        <translation>让当前面板浮在窗口之上，或重新停靠</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Dark window: least glare beside the scan</source>
        <translation>深色窗口：扫描旁眩光最少</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Light window; the views stay dark</source>
        <translation>浅色窗口；视图保持深色</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Dark or light, as the system has it</source>
        <translation>深色或浅色，跟随系统</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>系统语言(&amp;S)</translation>
    </message>
    <message>
        <source>As the computer has it, from the next start on; English where there is no other</source>
        <translation>跟随计算机的语言，下次启动生效；没有对应语言时用英语</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>What dragging does</source>
        <translation>拖动的作用</translation>
    </message>
    <message>
        <source>Masks and comparing</source>
        <translation>掩膜与比较</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Panels and looks</source>
        <translation>面板与外观</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>&amp;Crosshair</source>
        <translation>十字线(&amp;C)</translation>
    </message>
    <message>
        <source>Dragging moves the crosshair through all views</source>
        <translation>拖动时十字线在所有视图中移动</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>十字线</translation>
    </message>
    <message>
        <source>Window/le&amp;vel</source>
        <translation>窗宽/窗位(&amp;V)</translation>
    </message>
    <message>
        <source>Dragging changes brightness and contrast</source>
        <translation>拖动改变亮度和对比度</translation>
    </message>
    <message>
        <source>&amp;Four-up</source>
        <translation>四视图(&amp;F)</translation>
    </message>
    <message>
        <source>Show all three planes and the 3D view</source>
        <translation>显示全部三个平面和三维视图</translation>
    </message>
    <message>
        <source>Four-up</source>
        <translation>四视图</translation>
    </message>
    <message>
        <source>Axial &amp;large</source>
        <translation>横断面放大(&amp;L)</translation>
    </message>
    <message>
        <source>Show the axial plane large beside the others</source>
        <translation>放大显示横断面，其他在旁</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>横断面</translation>
    </message>
    <message>
        <source>&amp;One-up</source>
        <translation>单视图(&amp;O)</translation>
    </message>
    <message>
        <source>Show the axial plane alone</source>
        <translation>只显示横断面</translation>
    </message>
    <message>
        <source>One-up</source>
        <translation>单视图</translation>
    </message>
    <message>
        <source>&amp;Three over one</source>
        <translation>三上一下(&amp;T)</translation>
    </message>
    <message>
        <source>Show the three planes in a row over the 3D view</source>
        <translation>三个平面排成一行，下方为三维视图</translation>
    </message>
    <message>
        <source>Three over</source>
        <translation>三上一下</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>并排(&amp;B)</translation>
    </message>
    <message>
        <source>Show one plane of the open scan beside the same plane of the second</source>
        <translation>将已打开扫描的一个平面与第二个扫描的同一平面并排显示</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Reference besi&amp;de prediction</source>
        <translation>参考与预测并排(&amp;D)</translation>
    </message>
    <message>
        <source>Show the axial plane with the reference and, beside it, with the prediction</source>
        <translation>显示带参考的横断面，旁边是带预测的横断面</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>成对</translation>
    </message>
    <message>
        <source>&amp;Flicker between scans</source>
        <translation>扫描闪烁切换(&amp;F)</translation>
    </message>
    <message>
        <source>Show the second scan in place of the first, or back</source>
        <translation>用第二个扫描替换显示第一个，或切换回来</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>Pla&amp;y slices</source>
        <translation>播放切片(&amp;Y)</translation>
    </message>
    <message>
        <source>Play the slices of the view in use like a film, or stop</source>
        <translation>像电影一样播放当前视图的切片，或停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>&amp;Reset views</source>
        <translation>重置视图(&amp;R)</translation>
    </message>
    <message>
        <source>Fit every slice into its view</source>
        <translation>使每个切片适应其视图</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>&amp;Smooth image</source>
        <translation>平滑图像(&amp;S)</translation>
    </message>
    <message>
        <source>Blend between pixels, or show each as a square</source>
        <translation>像素之间平滑过渡，或将每个像素显示为方块</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>How far the work is</source>
        <translation>工作进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave it closed; what is open stays as it is</source>
        <translation>不打开；已打开的保持不变</translation>
    </message>
    <message>
        <source>remove {mask}</source>
        <translation>移除 {mask}</translation>
    </message>
    <message>
        <source>{title} ({shown} of {regions} regions)</source>
        <translation>{title}（{regions} 个区域中的 {shown} 个）</translation>
    </message>
    <message>
        <source>{prediction} against {reference}</source>
        <translation>{prediction} 对比 {reference}</translation>
    </message>
    <message>
        <source>{cases} may be one person: {evidence}; answer in the case table, under Persons.</source>
        <translation>{cases} 可能是同一人：{evidence}；请在病例表的“人员”中回答。</translation>
    </message>
    <message>
        <source>{cases} may be one person: {evidence} (and {more} more); answer in the case table, under Persons.</source>
        <translation>{cases} 可能是同一人：{evidence}（另有 {more} 项）；请在病例表的“人员”中回答。</translation>
    </message>
    <message>
        <source>{bad} of {checked} pairs cannot be used; {case}: {problem}</source>
        <translation>{checked} 对中有 {bad} 对不能使用；{case}：{problem}</translation>
    </message>
    <message>
        <source>All {checked} pairs are sound.</source>
        <translation>全部 {checked} 对均正常。</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>After the repair</source>
        <translation>修复之后</translation>
    </message>
    <message>
        <source>What is known of the case</source>
        <translation>关于该病例的已知信息</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>打开病例</translation>
    </message>
    <message>
        <source>Open scan and mask in the main window</source>
        <translation>在主窗口中打开扫描和掩膜</translation>
    </message>
    <message>
        <source>Ways to mend this case</source>
        <translation>修复该病例的方法</translation>
    </message>
    <message>
        <source>Show repair</source>
        <translation>显示修复</translation>
    </message>
    <message>
        <source>Draw the case as it would be then</source>
        <translation>画出修复后的病例</translation>
    </message>
    <message>
        <source>Apply to new copy…</source>
        <translation>应用到新副本…</translation>
    </message>
    <message>
        <source>Write a repaired copy of the data set into a new folder; your files stay as they are</source>
        <translation>将修复后的数据集副本写入新文件夹；您的文件保持不变</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>As it is. {slice_told}</source>
        <translation>原样。{slice_told}</translation>
    </message>
    <message>
        <source>After the repair.</source>
        <translation>修复之后。</translation>
    </message>
    <message>
        <source>Nothing of the case would remain.</source>
        <translation>该病例将什么也不剩。</translation>
    </message>
    <message>
        <source>No case is chosen.</source>
        <translation>未选择病例。</translation>
    </message>
    <message>
        <source>{case}: not checked yet.</source>
        <translation>{case}：尚未检查。</translation>
    </message>
    <message>
        <source>Paired because {reason} ({confidence:.0%} sure).</source>
        <translation>配对原因：{reason}（把握 {confidence:.0%}）。</translation>
    </message>
    <message>
        <source>Scan: {files}</source>
        <translation>扫描：{files}</translation>
    </message>
    <message>
        <source>Mask: {files}</source>
        <translation>掩膜：{files}</translation>
    </message>
    <message>
        <source>Repair proposed: {title}. {reason}</source>
        <translation>建议的修复：{title}。{reason}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{first} and {more} more</source>
        <translation>{first} 以及另外 {more} 个</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why it is not used</source>
        <translation>不使用的原因</translation>
    </message>
    <message>
        <source>Files of no pair</source>
        <translation>未配对的文件</translation>
    </message>
    <message>
        <source>Every file found its partner.</source>
        <translation>每个文件都找到了配对。</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>病例</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Voxel</source>
        <translation>体素</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Paired because</source>
        <translation>配对原因</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>不能使用</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>no scale</source>
        <translation>无比例尺</translation>
    </message>
    <message>
        <source>Case {case}, person {person}</source>
        <translation>病例 {case}，人员 {person}</translation>
    </message>
    <message>
        <source>Case {case}</source>
        <translation>病例 {case}</translation>
    </message>
    <message>
        <source>Double-click or Enter opens it.</source>
        <translation>双击或按 Enter 打开。</translation>
    </message>
    <message>
        <source>{label}: {voxels:,} voxels in 1 slice</source>
        <translation>{label}：1 个切片中有 {voxels:,} 个体素</translation>
    </message>
    <message>
        <source>{label}: {voxels:,} voxels in {slices} slices</source>
        <translation>{label}：{slices} 个切片中有 {voxels:,} 个体素</translation>
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
        <translation>依据</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的回答</translation>
    </message>
    <message>
        <source>Scans of one person must not be learned from and scored on at once. Names do not always tell; pixels and bones do. What you answer holds for training and for plans.</source>
        <translation>同一人的扫描不得既用于学习又用于评分。名称并不总能说明问题；像素和骨骼可以。您的回答对训练和计划有效。</translation>
    </message>
    <message>
        <source>No two cases look like one person.</source>
        <translation>没有两个病例看起来像同一人。</translation>
    </message>
    <message>
        <source>Check the pairs first: cases are compared while they are read.</source>
        <translation>请先检查配对：病例在读取时进行比较。</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>kept together</source>
        <translation>保持在一起</translation>
    </message>
    <message>
        <source>different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>kept together, it is certain</source>
        <translation>保持在一起，这是确定的</translation>
    </message>
    <message>
        <source>Cases that may be of one person</source>
        <translation>可能属于同一人的病例</translation>
    </message>
    <message>
        <source>Keep together</source>
        <translation>保持在一起</translation>
    </message>
    <message>
        <source>Never split the chosen cases (one person)</source>
        <translation>永不拆分所选病例（同一人）</translation>
    </message>
    <message>
        <source>They are different</source>
        <translation>他们不同</translation>
    </message>
    <message>
        <source>The chosen cases are different persons</source>
        <translation>所选病例是不同的人</translation>
    </message>
    <message>
        <source>{cases} are one person: {evidence}.</source>
        <translation>{cases} 是同一人：{evidence}。</translation>
    </message>
    <message>
        <source>{cases} may be one person: {evidence}.</source>
        <translation>{cases} 可能是同一人：{evidence}。</translation>
    </message>
    <message>
        <source>A copy of the data set is written into a new folder, with these repairs made and a record of what was changed and why beside it. Your own files stay as they are.</source>
        <translation>将数据集的副本写入新文件夹，包含这些修复，并附上更改内容和原因的记录。您自己的文件保持不变。</translation>
    </message>
    <message>
        <source>Write a repaired copy</source>
        <translation>写入修复后的副本</translation>
    </message>
    <message>
        <source>Repairs to make</source>
        <translation>要进行的修复</translation>
    </message>
    <message>
        <source>New folder for the repaired copy</source>
        <translation>修复副本的新文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose where the new folder is made</source>
        <translation>选择新文件夹的位置</translation>
    </message>
    <message>
        <source>Write copy</source>
        <translation>写入副本</translation>
    </message>
    <message>
        <source>New folder:</source>
        <translation>新文件夹：</translation>
    </message>
    <message>
        <source>Where the copy goes</source>
        <translation>副本存放位置</translation>
    </message>
    <message>
        <source>Writing the repaired copy</source>
        <translation>正在写入修复后的副本</translation>
    </message>
    <message>
        <source>The repaired copy was not finished; it is no data set.</source>
        <translation>修复后的副本未完成；它不是数据集。</translation>
    </message>
    <message>
        <source>The repaired copy {folder} is written: 1 repair, recorded in its folder.</source>
        <translation>修复后的副本 {folder} 已写入：1 项修复，记录在其文件夹中。</translation>
    </message>
    <message>
        <source>The repaired copy {folder} is written: {repairs} repairs, recorded in its folder.</source>
        <translation>修复后的副本 {folder} 已写入：{repairs} 项修复，记录在其文件夹中。</translation>
    </message>
    <message>
        <source>{written} Use it as the data set?</source>
        <translation>{written} 将其用作数据集吗？</translation>
    </message>
    <message>
        <source>What was changed, why and when stands in its folder “repairs”; your own files are as they were.</source>
        <translation>更改了什么、为什么以及何时，记录在其文件夹“repairs”中；您自己的文件保持原样。</translation>
    </message>
    <message>
        <source>Use the copy</source>
        <translation>使用副本</translation>
    </message>
    <message>
        <source>Stay with mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Cases of the data set</source>
        <translation>数据集的病例</translation>
    </message>
    <message>
        <source>Check pairs</source>
        <translation>检查配对</translation>
    </message>
    <message>
        <source>Read every scan with its mask and name what does not fit</source>
        <translation>读取每个扫描及其掩膜，指出不匹配之处</translation>
    </message>
    <message>
        <source>Cases checked</source>
        <translation>已检查的病例</translation>
    </message>
    <message>
        <source>no data set</source>
        <translation>无数据集</translation>
    </message>
    <message>
        <source>Cases of {folder} – Slicewise</source>
        <translation>{folder} 的病例 – Slicewise</translation>
    </message>
    <message>
        <source>Cases ({count})</source>
        <translation>病例 ({count})</translation>
    </message>
    <message>
        <source>Left over ({count})</source>
        <translation>剩余 ({count})</translation>
    </message>
    <message>
        <source>Persons ({count})</source>
        <translation>人员 ({count})</translation>
    </message>
    <message>
        <source>Stop check</source>
        <translation>停止检查</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Show or hide the {title} panel</source>
        <translation>显示或隐藏“{title}”面板</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近(&amp;R)</translation>
    </message>
    <message>
        <source>Open scans and masks</source>
        <translation>打开扫描和掩膜</translation>
    </message>
    <message>
        <source>Open a mask</source>
        <translation>打开掩膜</translation>
    </message>
    <message>
        <source>Open a second scan beside the open one</source>
        <translation>在已打开的扫描旁打开第二个扫描</translation>
    </message>
    <message>
        <source>Open a DICOM folder</source>
        <translation>打开 DICOM 文件夹</translation>
    </message>
    <message>
        <source>Choose a folder of scans with their masks</source>
        <translation>选择包含扫描及其掩膜的文件夹</translation>
    </message>
    <message>
        <source>Scans and masks ({endings})</source>
        <translation>扫描和掩膜 ({endings})</translation>
    </message>
    <message>
        <source>Rarely changed</source>
        <translation>很少更改</translation>
    </message>
    <message>
        <source>Patients and masks</source>
        <translation>患者与掩膜</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Using a model</source>
        <translation>使用模型</translation>
    </message>
    <message>
        <source>One scan together with the mask somebody drew on it.</source>
        <translation>一个扫描以及某人在其上画的掩膜。</translation>
    </message>
    <message>
        <source>The outline as a picture of its own: every voxel says what it belongs to.</source>
        <translation>轮廓作为单独的图像：每个体素说明它属于什么。</translation>
    </message>
    <message>
        <source>segmentation reference ground truth annotation</source>
        <translation>分割 参考 标注</translation>
    </message>
    <message>
        <source>In reports</source>
        <translation>报告中</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What a saved report calls the case. Names are shown here alone: keep a note of them if you hand a report on.</source>
        <translation>保存的报告中对该病例的称呼。名称只在此处显示：若要转交报告，请自行记下。</translation>
    </message>
    <message>
        <source>Double-click or Enter opens the case where it is worst.</source>
        <translation>双击或按 Enter 在最差处打开病例。</translation>
    </message>
    <message>
        <source>Person {name}</source>
        <translation>人员 {name}</translation>
    </message>
    <message>
        <source>What a voxel of a mask is marked as, such as liver or tumour.</source>
        <translation>掩膜的体素被标记为什么，例如肝脏或肿瘤。</translation>
    </message>
    <message>
        <source>class segment</source>
        <translation>类别 分割段</translation>
    </message>
    <message>
        <source>A pixel with thickness: the smallest block of a scan.</source>
        <translation>有厚度的像素：扫描的最小块。</translation>
    </message>
    <message>
        <source>Training patients</source>
        <translation>训练患者</translation>
    </message>
    <message>
        <source>The patients the network learns from, like the teaching file of a resident.</source>
        <translation>网络从中学习的患者，如同住院医师的教学片库。</translation>
    </message>
    <message>
        <source>train learn</source>
        <translation>训练 学习</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Scored on</source>
        <translation>评分依据</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Scores of the model</source>
        <translation>模型的评分</translation>
    </message>
    <message>
        <source>How well it does</source>
        <translation>效果如何</translation>
    </message>
    <message>
        <source>What to doubt</source>
        <translation>存疑之处</translation>
    </message>
    <message>
        <source>{low:.3f} to {high:.3f}</source>
        <translation>{low:.3f} 至 {high:.3f}</translation>
    </message>
    <message>
        <source>Nobody has scored this model.</source>
        <translation>尚无人为此模型评分。</translation>
    </message>
    <message>
        <source>Scores of single cases stayed in the folder of the run, so that there is no interval.</source>
        <translation>单个病例的评分留在运行的文件夹中，因此没有区间。</translation>
    </message>
    <message>
        <source>Dice of whole cases; intervals by drawing persons anew (n/a of one person, too narrow of fewer than about ten).</source>
        <translation>整个病例的 Dice；区间通过对人员重新抽样得到（仅一人时为 n/a，少于约十人时偏窄）。</translation>
    </message>
    <message>
        <source>Patients kept aside and scored after every round. They show how learning goes and decide which round is kept.</source>
        <translation>留出并在每轮后评分的患者。他们显示学习进展，并决定保留哪一轮。</translation>
    </message>
    <message>
        <source>validation patients cases</source>
        <translation>验证患者 病例</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Patients nobody looks at until the end, scored once by the finished model: the most honest number, like an exam with unseen cases.</source>
        <translation>直到最后都没有人看的患者，由完成的模型评分一次：最诚实的数字，如同用未见过的病例考试。</translation>
    </message>
    <message>
        <source>test patients cases held out</source>
        <translation>测试患者 病例 留出</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Who is learned from, who is validated on and who is the test.</source>
        <translation>从谁学习、用谁验证、谁作测试。</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>数据泄漏</translation>
    </message>
    <message>
        <source>The same patient on both sides of the split: the network is examined on what it has already seen, and its scores are too good.</source>
        <translation>同一患者出现在划分两侧：网络用已见过的内容接受考核，评分过高。</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折</translation>
    </message>
    <message>
        <source>One of several turns, each of which keeps other patients aside.</source>
        <translation>若干轮之一，每轮留出不同的患者。</translation>
    </message>
    <message>
        <source>Cross-validation</source>
        <translation>交叉验证</translation>
    </message>
    <message>
        <source>Several trainings take turns, so that every patient is scored once by a network that never saw them.</source>
        <translation>多次训练轮流进行，使每名患者都由从未见过他的网络评分一次。</translation>
    </message>
    <message>
        <source>folds k-fold</source>
        <translation>folds k-fold 交叉验证</translation>
    </message>
    <message>
        <source>Hounsfield unit (HU)</source>
        <translation>亨氏单位 (HU)</translation>
    </message>
    <message>
        <source>The CT scale of density: air is -1000, water 0.</source>
        <translation>CT 的密度标度：空气为 -1000，水为 0。</translation>
    </message>
    <message>
        <source>intensity grey value</source>
        <translation>强度 灰度值</translation>
    </message>
    <message>
        <source>Grey window</source>
        <translation>灰度窗</translation>
    </message>
    <message>
        <source>The range of HU spread over black to white, for you and for the network.</source>
        <translation>从黑到白所对应的 HU 范围，对您和对网络都一样。</translation>
    </message>
    <message>
        <source>level width windowing</source>
        <translation>窗位 窗宽</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>Millimetres from one voxel to the next, in the slice and between slices.</source>
        <translation>从一个体素到下一个体素的毫米数，包括切片内和切片之间。</translation>
    </message>
    <message>
        <source>voxel size resolution</source>
        <translation>体素大小 分辨率</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The program that learns to draw outlines from examples you give it.</source>
        <translation>从您给出的例子中学习勾画轮廓的程序。</translation>
    </message>
    <message>
        <source>neural model</source>
        <translation>神经 模型</translation>
    </message>
    <message>
        <source>Predictions against references</source>
        <translation>预测对比参考</translation>
    </message>
    <message>
        <source>Two folders of masks. Masks of one scan have the same name or number: segmentation-04 belongs to volume-04.</source>
        <translation>两个掩膜文件夹。同一扫描的掩膜名称或编号相同：segmentation-04 对应 volume-04。</translation>
    </message>
    <message>
        <source>The validation patients of a run</source>
        <translation>某运行的验证患者</translation>
    </message>
    <message>
        <source>The best model of the run draws the patients it did not learn from; what it draws is kept in the folder of the run.</source>
        <translation>该运行的最佳模型在未曾学习的患者上勾画；结果保留在该运行的文件夹中。</translation>
    </message>
    <message>
        <source>Two readers of the same cases</source>
        <translation>同一病例的两位阅片者</translation>
    </message>
    <message>
        <source>Two folders of masks by two people. None is the reference, so only numbers that hold both ways are shown; they tell how good a network can be expected to be.</source>
        <translation>两个人的两个掩膜文件夹。两者都不是参考，因此只显示双向成立的数值；它们说明可以期望网络达到多好。</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>First reader</source>
        <translation>第一位阅片者</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>第二位阅片者</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>The folder of the reference masks</source>
        <translation>参考掩膜的文件夹</translation>
    </message>
    <message>
        <source>The folder of the masks to be judged</source>
        <translation>要评判的掩膜的文件夹</translation>
    </message>
    <message>
        <source>The folder of the scans, where they do not lie beside the references</source>
        <translation>扫描文件夹（如果扫描不在参考旁边）</translation>
    </message>
    <message>
        <source>Only if they do not lie beside the references: to open cases, and for contrasts</source>
        <translation>仅当扫描不在参考旁边时：用于打开病例和计算对比度</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>One training from start to end, with all it left behind.</source>
        <translation>一次从头到尾的训练及其留下的一切。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>All settings at once, tried out and named.</source>
        <translation>一次设定全部设置，经过试用并命名。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Settings chosen for your data and your time, with the reason for each.</source>
        <translation>根据您的数据和时间选择的设置，每项都有理由。</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>How good masks get as the network learns from more and more patients.</source>
        <translation>网络从越来越多的患者学习时，掩膜能变得多好。</translation>
    </message>
    <message>
        <source>data scale how many patients</source>
        <translation>数据规模 需要多少患者</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>A minute&apos;s trial on a few slices that shows whether the long run will work.</source>
        <translation>在少量切片上试运行一分钟，看长时间运行能否成功。</translation>
    </message>
    <message>
        <source>trial dry run</source>
        <translation>试验 试运行</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>One round of learning; after each, the validation patients are scored.</source>
        <translation>一轮学习；每轮之后对验证患者评分。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The few slices the network looks at together before it corrects itself.</source>
        <translation>网络在修正自己之前一起查看的几张切片。</translation>
    </message>
    <message>
        <source>batch size step iteration</source>
        <translation>批大小 步 迭代</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>How wrong the drawing is, as the one number learning makes smaller; 0 is perfect.</source>
        <translation>用一个数表示画得有多错，学习就是让它变小；0 为完美。</translation>
    </message>
    <message>
        <source>cost error</source>
        <translation>代价 误差</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>A loss that judges every pixel by itself: wrong and sure of it costs most.</source>
        <translation>逐个像素评判的损失：又错又自信代价最大。</translation>
    </message>
    <message>
        <source>ce bce binary focal</source>
        <translation>ce bce 二元 focal</translation>
    </message>
    <message>
        <source>Dice loss</source>
        <translation>Dice 损失</translation>
    </message>
    <message>
        <source>A loss that judges the overlap of the whole outline, so small tumours count.</source>
        <translation>评判整个轮廓重叠程度的损失，因此小肿瘤也算数。</translation>
    </message>
    <message>
        <source>tversky dice_ce</source>
        <translation>tversky dice_ce</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>每秒图像数</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>内存，GB</translation>
    </message>
    <message>
        <source>Time, minutes</source>
        <translation>时间，分钟</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>图像/秒</translation>
    </message>
    <message>
        <source>at most so far</source>
        <translation>迄今最高</translation>
    </message>
    <message>
        <source>since the start</source>
        <translation>自开始以来</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>How big each correction is: too big never settles, too small never arrives.</source>
        <translation>每次修正的幅度：太大永不稳定，太小永远到不了。</translation>
    </message>
    <message>
        <source>step size schedule</source>
        <translation>步长 调度</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>How the corrections grow smaller towards the end, for the fine work.</source>
        <translation>修正如何在接近结束时变小，以便精细调整。</translation>
    </message>
    <message>
        <source>cosine polynomial one_cycle constant</source>
        <translation>cosine polynomial one_cycle 恒定</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The recipe by which an error becomes a correction of the network.</source>
        <translation>将误差变成网络修正的方法。</translation>
    </message>
    <message>
        <source>adam adamw sgd optimizer</source>
        <translation>adam adamw sgd</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>A steady pull towards simple rules, against learning by heart.</source>
        <translation>持续拉向简单规则，防止死记硬背。</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Slices are turned, scaled and made noisier at random, so that the network learns anatomy and not your pictures by heart.</source>
        <translation>切片被随机旋转、缩放并加噪，使网络学习解剖，而不是背下您的图像。</translation>
    </message>
    <message>
        <source>rotation scale flip noise elastic</source>
        <translation>旋转 缩放 翻转 噪声 弹性</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>Learning the training patients by heart: their scores rise while those of the validation patients fall.</source>
        <translation>背下训练患者：他们的评分上升，而验证患者的评分下降。</translation>
    </message>
    <message>
        <source>overfit learning by heart memorising</source>
        <translation>过拟合 死记硬背</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Ending when the validation patients have not got better for a while.</source>
        <translation>验证患者一段时间没有改善时结束。</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <source>The round with the best validation score; its network is the model that is kept.</source>
        <translation>验证评分最好的一轮；其网络就是保留的模型。</translation>
    </message>
    <message>
        <source>best model checkpoint</source>
        <translation>最佳模型 检查点</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The number that fixes every throw of the dice, so that a run can be repeated.</source>
        <translation>固定每次掷骰子的数，使运行可以重复。</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Learning on from a model that knows something, instead of from nothing.</source>
        <translation>从已有所知的模型继续学习，而不是从零开始。</translation>
    </message>
    <message>
        <source>start from transfer</source>
        <translation>起始 迁移</translation>
    </message>
    <message>
        <source>Run doctor</source>
        <translation>运行医生</translation>
    </message>
    <message>
        <source>Watches the curves and says in words when something looks ill.</source>
        <translation>观察曲线，发现异常时用文字说明。</translation>
    </message>
    <message>
        <source>findings diagnosis</source>
        <translation>发现 诊断</translation>
    </message>
    <message>
        <source>U-Net</source>
        <translation>U-Net</translation>
    </message>
    <message>
        <source>A network that first shrinks the slice to see what is there and then enlarges it again to say exactly where.</source>
        <translation>先缩小切片以了解有什么，再放大以准确说明在哪里的网络。</translation>
    </message>
    <message>
        <source>encoder decoder</source>
        <translation>编码器 解码器</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>The half that shrinks the slice step by step to see what is there.</source>
        <translation>逐步缩小切片以了解有什么的那一半。</translation>
    </message>
    <message>
        <source>contracting down</source>
        <translation>收缩 下行</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>The half that enlarges it again to say exactly where.</source>
        <translation>再次放大以准确说明在哪里的那一半。</translation>
    </message>
    <message>
        <source>expanding up upsampling</source>
        <translation>扩张 上行 上采样</translation>
    </message>
    <message>
        <source>Skip connection</source>
        <translation>跳跃连接</translation>
    </message>
    <message>
        <source>Fine detail handed straight across, so that edges come out sharp.</source>
        <translation>将精细细节直接传过去，使边缘清晰。</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>How often the slice is halved; deeper sees more of the surroundings.</source>
        <translation>切片被减半的次数；越深看到的周围越多。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>The adjustable numbers in the network; more can learn more and need more data.</source>
        <translation>网络中可调的数；越多能学得越多，也需要更多数据。</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>How much of the slice around a pixel can sway what is drawn there.</source>
        <translation>一个像素周围多大范围的切片能影响该处画出的结果。</translation>
    </message>
    <message>
        <source>field of view</source>
        <translation>视野</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>级联</translation>
    </message>
    <message>
        <source>Two looks: first the liver in the whole slice, then tumours close up inside it.</source>
        <translation>看两次：先在整个切片中找肝脏，再在其中近看肿瘤。</translation>
    </message>
    <message>
        <source>two stages detail</source>
        <translation>两阶段 细节</translation>
    </message>
    <message>
        <source>Deep supervision</source>
        <translation>深度监督</translation>
    </message>
    <message>
        <source>Coarse drawings are corrected as well as the fine one, so that learning starts fast.</source>
        <translation>粗略的结果也和精细的一样被纠正，使学习开始得快。</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Keeps the numbers inside the network in a range it can work with.</source>
        <translation>使网络内部的数保持在可用范围内。</translation>
    </message>
    <message>
        <source>norm batch instance normalization</source>
        <translation>norm 批 实例</translation>
    </message>
    <message>
        <source>Averaged weights (EMA)</source>
        <translation>平均权重 (EMA)</translation>
    </message>
    <message>
        <source>The model kept is a running mean of the last steps, which is steadier than any one.</source>
        <translation>保留的模型是最近若干步的滑动平均，比任何单步都稳定。</translation>
    </message>
    <message>
        <source>exponential moving average</source>
        <translation>指数滑动平均</translation>
    </message>
    <message>
        <source>{count} lesions</source>
        <translation>{count} 个病灶</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>How well two outlines overlap: 1 is the same outline, 0 none in common. A fresh radiologist reaches about 0.70 on liver tumours.</source>
        <translation>两个轮廓重叠得多好：1 为完全相同，0 为毫无重叠。年轻放射科医生在肝肿瘤上约达 0.70。</translation>
    </message>
    <message>
        <source>dsc f1 overlap sørensen</source>
        <translation>dsc f1 重叠 sørensen</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Slice Dice</source>
        <translation>切片 Dice</translation>
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
        <translation>表面 Dice，1 mm</translation>
    </message>
    <message>
        <source>Surface Dice, 2 mm</source>
        <translation>表面 Dice，2 mm</translation>
    </message>
    <message>
        <source>Border Dice, 1 mm</source>
        <translation>边界 Dice，1 mm</translation>
    </message>
    <message>
        <source>Border Dice, 2 mm</source>
        <translation>边界 Dice，2 mm</translation>
    </message>
    <message>
        <source>Volume error (ml)</source>
        <translation>体积误差 (ml)</translation>
    </message>
    <message>
        <source>Volume error (%)</source>
        <translation>体积误差 (%)</translation>
    </message>
    <message>
        <source>Lesions right</source>
        <translation>正确的病灶</translation>
    </message>
    <message>
        <source>Lesion F1</source>
        <translation>病灶 F1</translation>
    </message>
    <message>
        <source>Mean of the Dice of each slice that holds the label in either mask: every slice counts alike, large or small.</source>
        <translation>任一掩膜中含有该标签的各切片 Dice 的平均：每个切片同等计数，无论大小。</translation>
    </message>
    <message>
        <source>How far apart the outlines are at their very worst point, in mm.</source>
        <translation>两条轮廓在最差点相距多远，单位 mm。</translation>
    </message>
    <message>
        <source>Share of the outline that is right to within 1 mm: what a surgeon or a radiotherapist need not redraw.</source>
        <translation>轮廓中误差在 1 mm 以内的比例：外科或放疗医生无需重画的部分。</translation>
    </message>
    <message>
        <source>Share of the outline that is right to within 2 mm.</source>
        <translation>轮廓中误差在 2 mm 以内的比例。</translation>
    </message>
    <message>
        <source>Surface Dice that counts border voxels instead of area, within 1 mm.</source>
        <translation>按边界体素而非面积计的表面 Dice，1 mm 以内。</translation>
    </message>
    <message>
        <source>Surface Dice that counts border voxels instead of area, within 2 mm.</source>
        <translation>按边界体素而非面积计的表面 Dice，2 mm 以内。</translation>
    </message>
    <message>
        <source>How much too large (+) or too small (-) the drawing is, in ml.</source>
        <translation>所画结果过大 (+) 或过小 (-) 多少，单位 ml。</translation>
    </message>
    <message>
        <source>How much too large (+) or too small (-) it is, as a share of the truth.</source>
        <translation>过大 (+) 或过小 (-) 多少，占真实值的比例。</translation>
    </message>
    <message>
        <source>Share of the tumours drawn that are really there, big or small.</source>
        <translation>所画肿瘤中确实存在的比例，无论大小。</translation>
    </message>
    <message>
        <source>Lesions found and lesions right in one number: 1 is none missed, none false.</source>
        <translation>将找到的病灶和正确的病灶合为一个数：1 表示无遗漏、无错误。</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>Overlap divided by all that either marks; always a little lower than Dice.</source>
        <translation>重叠除以任一方标记的全部；总比 Dice 略低。</translation>
    </message>
    <message>
        <source>intersection over union jaccard</source>
        <translation>交并比 jaccard</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Share of pixels named right. Nearly all are background, so it is always high.</source>
        <translation>命名正确的像素比例。几乎全是背景，所以总是很高。</translation>
    </message>
    <message>
        <source>pixel accuracy</source>
        <translation>像素准确率</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>Share of what is really there that was marked.</source>
        <translation>确实存在的部分中被标记的比例。</translation>
    </message>
    <message>
        <source>recall true positive</source>
        <translation>召回 真阳性</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Share of what was marked that is really there.</source>
        <translation>所标记部分中确实存在的比例。</translation>
    </message>
    <message>
        <source>positive predictive value ppv</source>
        <translation>阳性预测值 ppv</translation>
    </message>
    <message>
        <source>Lesions found</source>
        <translation>找到的病灶</translation>
    </message>
    <message>
        <source>Share of tumours that the drawing meets at all, big or small.</source>
        <translation>所画结果碰到的肿瘤比例，无论大小。</translation>
    </message>
    <message>
        <source>lesion recall detection</source>
        <translation>病灶召回 检出</translation>
    </message>
    <message>
        <source>HD95</source>
        <translation>HD95</translation>
    </message>
    <message>
        <source>How far apart the outlines are at their worst, the most extreme 5 % left out, in mm.</source>
        <translation>除去最极端的 5% 后，轮廓最差处相距多远，单位 mm。</translation>
    </message>
    <message>
        <source>hausdorff distance</source>
        <translation>hausdorff 距离</translation>
    </message>
    <message>
        <source>ASSD</source>
        <translation>ASSD</translation>
    </message>
    <message>
        <source>How far apart the outlines are on average, in mm.</source>
        <translation>轮廓平均相距多远，单位 mm。</translation>
    </message>
    <message>
        <source>average symmetric surface distance</source>
        <translation>平均对称表面距离</translation>
    </message>
    <message>
        <source>Surface Dice</source>
        <translation>表面 Dice</translation>
    </message>
    <message>
        <source>Share of the outline that is right to within 1 or 2 mm.</source>
        <translation>轮廓中误差在 1 或 2 mm 以内的比例。</translation>
    </message>
    <message>
        <source>nsd normalised boundary fidelity</source>
        <translation>nsd 归一化 边界保真</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>置信区间</translation>
    </message>
    <message>
        <source>Where the score would probably lie with other patients; few patients, wide interval.</source>
        <translation>换成其他患者时评分大概会在哪里；患者少，区间宽。</translation>
    </message>
    <message>
        <source>bootstrap ci</source>
        <translation>bootstrap ci 自助法</translation>
    </message>
    <message>
        <source>Human band</source>
        <translation>人类水平带</translation>
    </message>
    <message>
        <source>The Dice a fresh radiologist reaches against an expert, for comparison.</source>
        <translation>年轻放射科医生相对专家达到的 Dice，用于比较。</translation>
    </message>
    <message>
        <source>inter-rater reader</source>
        <translation>阅片者间 读片</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The file that holds what a run has learned; it opens on any scan.</source>
        <translation>保存运行所学内容的文件；可用于任何扫描。</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>The outline a model draws on a scan it is shown. A proposal, to be checked by you.</source>
        <translation>模型在所给扫描上画出的轮廓。只是建议，须由您核对。</translation>
    </message>
    <message>
        <source>inference predict</source>
        <translation>推理 预测</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>The value above which a soft edge counts as inside.</source>
        <translation>软边缘超过该值即算在内。</translation>
    </message>
    <message>
        <source>cut-off probability</source>
        <translation>截断 概率</translation>
    </message>
    <message>
        <source>Post-processing</source>
        <translation>后处理</translation>
    </message>
    <message>
        <source>Tidying a drawing by rule, such as keeping only the largest liver.</source>
        <translation>按规则整理结果，例如只保留最大的肝脏。</translation>
    </message>
    <message>
        <source>largest component</source>
        <translation>最大连通分量</translation>
    </message>
    <message>
        <source>Passport of a model</source>
        <translation>模型档案</translation>
    </message>
    <message>
        <source>What a model file says of itself: what it learned from, what it scores, how it draws.</source>
        <translation>模型文件对自身的说明：从什么学习、评分多少、如何勾画。</translation>
    </message>
    <message>
        <source>model card provenance fingerprint</source>
        <translation>模型卡片 来源 指纹</translation>
    </message>
    <message>
        <source>Mirroring</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Each slice is looked at mirrored as well, and both answers are averaged.</source>
        <translation>每个切片还以镜像再看一次，两个结果取平均。</translation>
    </message>
    <message>
        <source>test-time augmentation tta</source>
        <translation>测试时增强 TTA tta</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>Several networks vote, as several readers would; steadier than one.</source>
        <translation>多个网络投票，如同多位阅片者；比单个更稳定。</translation>
    </message>
    <message>
        <source>mean of networks</source>
        <translation>网络平均</translation>
    </message>
    <message>
        <source>{word}: {line}</source>
        <translation>{word}：{line}</translation>
    </message>
    <message>
        <source>About Slicewise</source>
        <translation>关于 Slicewise</translation>
    </message>
    <message>
        <source>The sheet of keys is in {file}.</source>
        <translation>按键表保存在 {file}。</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>按键与鼠标</translation>
    </message>
    <message>
        <source>Search keys and what they do</source>
        <translation>搜索按键及其作用</translation>
    </message>
    <message>
        <source>Search: a key such as Ctrl, or a word such as window</source>
        <translation>搜索：按键如 Ctrl，或词语如 窗</translation>
    </message>
    <message>
        <source>Save to print…</source>
        <translation>保存以便打印…</translation>
    </message>
    <message>
        <source>Write the whole sheet into a PDF file, dark on white</source>
        <translation>将整张表写入 PDF 文件，白底深色</translation>
    </message>
    <message>
        <source>Save the sheet of keys</source>
        <translation>保存按键表</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Slicewise keys.pdf</source>
        <translation>Slicewise 按键.pdf</translation>
    </message>
    <message>
        <source>Slicewise: keys and mouse</source>
        <translation>Slicewise：按键与鼠标</translation>
    </message>
    <message>
        <source>Mouse over a view</source>
        <translation>鼠标在视图上</translation>
    </message>
    <message>
        <source>Keys in a view that has the keyboard</source>
        <translation>视图获得键盘焦点时的按键</translation>
    </message>
    <message>
        <source>Mouse and keys in the 3D view</source>
        <translation>三维视图中的鼠标与按键</translation>
    </message>
    <message>
        <source>(from source)</source>
        <translation>（源代码版）</translation>
    </message>
    <message>
        <source>Open a CT, lay a tumour mask over it, press Train. A U-Net learns on this computer while you keep reading, and every slice shows its Dice.</source>
        <translation>打开 CT，叠加肿瘤掩膜，按“训练”。U-Net 在本机学习，您继续阅片，每个切片都显示其 Dice。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: no scan, no mask, no model and no count of anything is sent anywhere.</source>
        <translation>没有任何内容离开本机：扫描、掩膜、模型和任何统计都不会发送出去。</translation>
    </message>
    <message>
        <source>For research and teaching. Slicewise is not a medical device, and what a model draws is no diagnosis.</source>
        <translation>用于研究和教学。Slicewise 不是医疗器械，模型画出的结果不是诊断。</translation>
    </message>
    <message>
        <source>No key and no command has “{letters}”.</source>
        <translation>没有按键或命令包含“{letters}”。</translation>
    </message>
    <message>
        <source>An unforeseen error ended the work ({kind}).</source>
        <translation>未预料的错误结束了工作（{kind}）。</translation>
    </message>
    <message>
        <source>The language changes when Slicewise is started the next time.</source>
        <translation>下次启动 Slicewise 时更换语言。</translation>
    </message>
    <message>
        <source>What lies under the pointer</source>
        <translation>指针下的内容</translation>
    </message>
    <message>
        <source>Where your data goes</source>
        <translation>您的数据去向</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>没有任何内容离开本机</translation>
    </message>
    <message>
        <source>Nothing is drawn yet. Take a measuring tool from the tool bar, then drag over a slice: distance 7, angle 8, ellipse 9, note 0.</source>
        <translation>尚未画任何内容。从工具栏选择测量工具，然后在切片上拖动：距离 7，角度 8，椭圆 9，注释 0。</translation>
    </message>
    <message>
        <source>What was drawn on the scan</source>
        <translation>在扫描上画的内容</translation>
    </message>
    <message>
        <source>Click to see it, double-click its name to change it</source>
        <translation>点击查看，双击名称可更改</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Delete everything drawn on the scan</source>
        <translation>删除在扫描上画的所有内容</translation>
    </message>
    <message>
        <source>Drawn on the scan</source>
        <translation>在扫描上画的</translation>
    </message>
    <message>
        <source>No mask lies over the scan. Open one, or let a model predict it, and its labels and lesions are measured here.</source>
        <translation>扫描上没有掩膜。打开一个或让模型预测一个，其标签和病灶将在此测量。</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>Mask that is measured</source>
        <translation>被测量的掩膜</translation>
    </message>
    <message>
        <source>Numbers of each label</source>
        <translation>各标签的数值</translation>
    </message>
    <message>
        <source>Click a label to see its longest diameter</source>
        <translation>点击标签查看其最长径</translation>
    </message>
    <message>
        <source>Every lesion</source>
        <translation>每个病灶</translation>
    </message>
    <message>
        <source>Click a lesion to see it; Tab in a view walks them all</source>
        <translation>点击病灶查看；在视图中按 Tab 逐个浏览</translation>
    </message>
    <message>
        <source>Edge: 0 touches the edge of the liver, below 0 lies outside.</source>
        <translation>边缘：0 表示触及肝脏边缘，小于 0 表示在肝外。</translation>
    </message>
    <message>
        <source>Draw diameters</source>
        <translation>画出径线</translation>
    </message>
    <message>
        <source>Draw the lesion&apos;s two diameters on its slice</source>
        <translation>在切片上画出病灶的两条径线</translation>
    </message>
    <message>
        <source>Labels and lesions</source>
        <translation>标签与病灶</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>The lesions are being measured first; the views go there after that.</source>
        <translation>先测量病灶；之后视图会转到那里。</translation>
    </message>
    <message>
        <source>Lesion {number}</source>
        <translation>病灶 {number}</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>across</source>
        <translation>垂直</translation>
    </message>
    <message>
        <source>Tumour burden 0 %</source>
        <translation>肿瘤负荷 0 %</translation>
    </message>
    <message>
        <source>Tumour burden {percent} %</source>
        <translation>肿瘤负荷 {percent} %</translation>
    </message>
    <message>
        <source>Tumour burden {percent} % ({tumour} of {organ} ml)</source>
        <translation>肿瘤负荷 {percent} %（{organ} ml 中的 {tumour} ml）</translation>
    </message>
    <message>
        <source>No label of this mask is called tumour or lesion.</source>
        <translation>此掩膜没有名为肿瘤或病灶的标签。</translation>
    </message>
    <message>
        <source>No lesion in this mask.</source>
        <translation>此掩膜中没有病灶。</translation>
    </message>
    <message>
        <source>Lesions: {count:,}, of which the {shown:,} largest are measured</source>
        <translation>病灶：{count:,} 个，测量了其中最大的 {shown:,} 个</translation>
    </message>
    <message>
        <source>Lesions: {count:,}</source>
        <translation>病灶：{count:,} 个</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>{kind_names}; double-click to name it</source>
        <translation>{kind_names}；双击命名</translation>
    </message>
    <message>
        <source>Volume, ml</source>
        <translation>体积，ml</translation>
    </message>
    <message>
        <source>Voxels times the size of a voxel</source>
        <translation>体素数乘以体素大小</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>体素</translation>
    </message>
    <message>
        <source>How many voxels have the label</source>
        <translation>有多少体素带有该标签</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean of its voxels</source>
        <translation>其体素的均值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Half of its voxels are below</source>
        <translation>一半体素低于此值</translation>
    </message>
    <message>
        <source>Standard deviation of its voxels (n - 1)</source>
        <translation>其体素的标准差 (n - 1)</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Lowest value</source>
        <translation>最低值</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>最高值</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>直径</translation>
    </message>
    <message>
        <source>The longest line between two edges of one piece in any axial slice (RECIST 1.1)</source>
        <translation>任一横断面切片中同一块两边缘之间的最长线 (RECIST 1.1)</translation>
    </message>
    <message>
        <source>… in slice</source>
        <translation>… 所在切片</translation>
    </message>
    <message>
        <source>The axial slice of that diameter</source>
        <translation>该径线所在的横断面切片</translation>
    </message>
    <message>
        <source>Evaluation – Slicewise</source>
        <translation>评估 – Slicewise</translation>
    </message>
    <message>
        <source>Compare all cases</source>
        <translation>比较所有病例</translation>
    </message>
    <message>
        <source>Every number over all cases</source>
        <translation>全部病例的各项数值</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Error atlas</source>
        <translation>错误图谱</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>The label whose rows are shown</source>
        <translation>显示其行的标签</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>最差在先</translation>
    </message>
    <message>
        <source>Sort by the number chosen, or by Dice: the worst on top</source>
        <translation>按所选数值或按 Dice 排序：最差的在上</translation>
    </message>
    <message>
        <source>Double-click a row to see the case where it is worst.</source>
        <translation>双击某行可在最差处查看该病例。</translation>
    </message>
    <message>
        <source>Copy the table shown, with tabs</source>
        <translation>复制所示表格，以制表符分隔</translation>
    </message>
    <message>
        <source>Save as JSON…</source>
        <translation>保存为 JSON…</translation>
    </message>
    <message>
        <source>Save everything, for programs</source>
        <translation>保存全部，供程序使用</translation>
    </message>
    <message>
        <source>Save cases, slices and lesions, for spreadsheets</source>
        <translation>保存病例、切片和病灶，供电子表格使用</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Save a report for people, as a web page or PDF without names</source>
        <translation>保存供人阅读的报告，为不含姓名的网页或 PDF</translation>
    </message>
    <message>
        <source>Use as human band</source>
        <translation>用作人类水平带</translation>
    </message>
    <message>
        <source>Show how far these two readers agree on the Dice axis of every training</source>
        <translation>在每次训练的 Dice 轴上显示这两位阅片者的一致程度</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <source>Stopping after this case…</source>
        <translation>将在此病例后停止…</translation>
    </message>
    <message>
        <source>{more} more are named in the saved file</source>
        <translation>另有 {more} 个列在保存的文件中</translation>
    </message>
    <message>
        <source>1 case is left out; the others are compared:</source>
        <translation>略去 1 个病例；其余的进行比较：</translation>
    </message>
    <message>
        <source>{count} cases are left out; the others are compared:</source>
        <translation>略去 {count} 个病例；其余的进行比较：</translation>
    </message>
    <message>
        <source>Slices ({count})</source>
        <translation>切片 ({count})</translation>
    </message>
    <message>
        <source>Error atlas ({count})</source>
        <translation>错误图谱 ({count})</translation>
    </message>
    <message>
        <source>The table was copied.</source>
        <translation>表格已复制。</translation>
    </message>
    <message>
        <source>First and last axial slice with the label</source>
        <translation>含该标签的首末横断面切片</translation>
    </message>
    <message>
        <source> (with </source>
        <translation>（含</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Axial
mm</source>
        <translation>横断面
mm</translation>
    </message>
    <message>
        <source>Mean
HU</source>
        <translation>均值
HU</translation>
    </message>
    <message>
        <source>Edge
mm</source>
        <translation>边缘
mm</translation>
    </message>
    <message>
        <source>Numbered by size, the largest first</source>
        <translation>按大小编号，最大的在先</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>体积</translation>
    </message>
    <message>
        <source>Longest diameter in an axial slice, and the longest across it</source>
        <translation>横断面切片中的最长径，以及垂直于它的最长径</translation>
    </message>
    <message>
        <source>First and last axial slice</source>
        <translation>首末横断面切片</translation>
    </message>
    <message>
        <source>Axial
{length}</source>
        <translation>横断面
{length}</translation>
    </message>
    <message>
        <source>Mean
{grey}</source>
        <translation>均值
{grey}</translation>
    </message>
    <message>
        <source>{voxels:,} voxels</source>
        <translation>{voxels:,} 个体素</translation>
    </message>
    <message>
        <source>{millilitres} ml</source>
        <translation>{millilitres} ml</translation>
    </message>
    <message>
        <source>Lesion {number} of {count:,}</source>
        <translation>病灶 {number}/{count:,}</translation>
    </message>
    <message>
        <source>draw distance</source>
        <translation>画距离</translation>
    </message>
    <message>
        <source>draw angle</source>
        <translation>画角度</translation>
    </message>
    <message>
        <source>draw ellipse</source>
        <translation>画椭圆</translation>
    </message>
    <message>
        <source>draw note</source>
        <translation>写注释</translation>
    </message>
    <message>
        <source>move distance</source>
        <translation>移动距离</translation>
    </message>
    <message>
        <source>move angle</source>
        <translation>移动角度</translation>
    </message>
    <message>
        <source>move ellipse</source>
        <translation>移动椭圆</translation>
    </message>
    <message>
        <source>move note</source>
        <translation>移动注释</translation>
    </message>
    <message>
        <source>rename distance</source>
        <translation>重命名距离</translation>
    </message>
    <message>
        <source>rename angle</source>
        <translation>重命名角度</translation>
    </message>
    <message>
        <source>rename ellipse</source>
        <translation>重命名椭圆</translation>
    </message>
    <message>
        <source>rename note</source>
        <translation>重命名注释</translation>
    </message>
    <message>
        <source>delete distance</source>
        <translation>删除距离</translation>
    </message>
    <message>
        <source>delete angle</source>
        <translation>删除角度</translation>
    </message>
    <message>
        <source>delete ellipse</source>
        <translation>删除椭圆</translation>
    </message>
    <message>
        <source>delete note</source>
        <translation>删除注释</translation>
    </message>
    <message>
        <source>delete measurements</source>
        <translation>删除测量</translation>
    </message>
    <message>
        <source>Nothing yet. Notices and errors stay here to be read again and copied.</source>
        <translation>暂无。提示和错误会留在这里，可再次阅读和复制。</translation>
    </message>
    <message>
        <source>{at:%H:%M:%S}  Error: {sentence}</source>
        <translation>{at:%H:%M:%S}  错误：{sentence}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>This sentence in full, among everything Slicewise has said (F4)</source>
        <translation>在 Slicewise 说过的所有内容中查看完整的这句话 (F4)</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>收起此消息</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Hide what is no error</source>
        <translation>隐藏非错误内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the chosen messages (Ctrl+C)</source>
        <translation>复制所选消息 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy every message listed</source>
        <translation>复制列出的每条消息</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>List again what was cleared</source>
        <translation>重新列出已清除的内容</translation>
    </message>
    <message>
        <source>All messages of this session</source>
        <translation>本次会话的所有消息</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>{errors} errors</source>
        <translation>{errors} 个错误</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 条消息</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} 条消息</translation>
    </message>
    <message>
        <source>{messages}, {errors}: show them (F4)</source>
        <translation>{messages}，{errors}：显示 (F4)</translation>
    </message>
    <message>
        <source>{messages}, {errors}: show them</source>
        <translation>{messages}，{errors}：显示</translation>
    </message>
    <message>
        <source>Leave the file closed</source>
        <translation>不打开该文件</translation>
    </message>
    <message>
        <source>Ways to open it</source>
        <translation>打开方式</translation>
    </message>
    <message>
        <source>{fault}; it was left closed.</source>
        <translation>{fault}；未打开。</translation>
    </message>
    <message>
        <source>It can be opened so, if you agree:</source>
        <translation>如果您同意，可以这样打开：</translation>
    </message>
    <message>
        <source>How should it be opened?</source>
        <translation>应如何打开？</translation>
    </message>
    <message>
        <source>{file} is a saved session and opens alone; the other files were not opened.</source>
        <translation>{file} 是已保存的会话，单独打开；其他文件未打开。</translation>
    </message>
    <message>
        <source>{pictures} pictures of {patients} patients were given at once; open one patient&apos;s pictures, or the folder of the whole data set.</source>
        <translation>一次给出了 {patients} 名患者的 {pictures} 张图像；请打开一名患者的图像，或打开整个数据集的文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} for the demo patients cannot be made; free some space or check your rights in your home folder.</source>
        <translation>无法创建演示患者的文件夹 {folder}；请腾出空间或检查您在主文件夹中的权限。</translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation>正在打开 {file}</translation>
    </message>
    <message>
        <source>Preparing demo patients</source>
        <translation>正在准备演示患者</translation>
    </message>
    <message>
        <source>Preparing demo patients {done} of {total}</source>
        <translation>正在准备演示患者 {done}/{total}</translation>
    </message>
    <message>
        <source>One scan is shown at a time; {scan} was not opened.</source>
        <translation>一次只显示一个扫描；{scan} 未打开。</translation>
    </message>
    <message>
        <source>{patients}, all made up, are ready; press Start training.</source>
        <translation>{patients}（均为人造）已就绪；请按“开始训练”。</translation>
    </message>
    <message>
        <source>{patients} found in {folder}; the Steps panel leads on from here.</source>
        <translation>在 {folder} 中找到 {patients}；“步骤”面板会继续引导。</translation>
    </message>
    <message>
        <source>: {done:,} of {total:,} {unit}</source>
        <translation>：{done:,}/{total:,} {unit}</translation>
    </message>
    <message>
        <source>Dice by the number of patients learned from</source>
        <translation>按学习患者数的 Dice</translation>
    </message>
    <message>
        <source>Dice of whole validation scans, by the number of patients learned from</source>
        <translation>整个验证扫描的 Dice，按学习患者数</translation>
    </message>
    <message>
        <source>{dice} measured</source>
        <translation>实测 {dice}</translation>
    </message>
    <message>
        <source>{dice} expected ({low} to {high})</source>
        <translation>预计 {dice}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>anything from {low} to {high} expected</source>
        <translation>预计 {low} 至 {high} 之间均有可能</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>1 patient</source>
        <translation>1 名患者</translation>
    </message>
    <message>
        <source>{patients} patients</source>
        <translation>{patients} 名患者</translation>
    </message>
    <message>
        <source>Not available just now.</source>
        <translation>目前不可用。</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Letters of a command</source>
        <translation>命令的字母</translation>
    </message>
    <message>
        <source>Command, panel, window preset or recent file</source>
        <translation>命令、面板、窗预设或最近文件</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>没有命令包含这些字母。</translation>
    </message>
    <message>
        <source>Evaluation (*.json)</source>
        <translation>评估 (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the evaluation</source>
        <translation>保存评估</translation>
    </message>
    <message>
        <source>The evaluation was saved as {name}.</source>
        <translation>评估已保存为 {name}。</translation>
    </message>
    <message>
        <source>The Dice axes show how far your two readers agree: {band}.</source>
        <translation>Dice 轴显示您的两位阅片者的一致程度：{band}。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗</translation>
    </message>
    <message>
        <source>Open scan</source>
        <translation>已打开的扫描</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose the folder of a data set</source>
        <translation>选择数据集的文件夹</translation>
    </message>
    <message>
        <source>Case table…</source>
        <translation>病例表…</translation>
    </message>
    <message>
        <source>Everything about each case: why it is a pair, a picture, repairs, who is one person</source>
        <translation>每个病例的全部信息：为何配对、图像、修复、谁是同一人</translation>
    </message>
    <message>
        <source>Threshold masks</source>
        <translation>掩膜取阈值</translation>
    </message>
    <message>
        <source>Masks with soft or JPEG edges: count above half as label</source>
        <translation>边缘柔和或为 JPEG 的掩膜：超过一半算作标签</translation>
    </message>
    <message>
        <source>No scan is open. Press Ctrl+O, or drop a CT anywhere on this window.</source>
        <translation>没有打开扫描。按 Ctrl+O，或将 CT 拖到此窗口的任意位置。</translation>
    </message>
    <message>
        <source>A folder of scans with their masks, to train on.</source>
        <translation>包含扫描及其掩膜的文件夹，用于训练。</translation>
    </message>
    <message>
        <source>{folder}: looking for pairs…</source>
        <translation>{folder}：正在查找配对…</translation>
    </message>
    <message>
        <source>{folder}: no pairs to train on.</source>
        <translation>{folder}：没有可用于训练的配对。</translation>
    </message>
    <message>
        <source>1 file is in no pair; the case table says why.</source>
        <translation>1 个文件未配对；病例表说明原因。</translation>
    </message>
    <message>
        <source>{files} files are in no pair; the case table says why.</source>
        <translation>{files} 个文件未配对；病例表说明原因。</translation>
    </message>
    <message>
        <source>{dx:.4g} × {dy:.4g} × {dz:.4g} mm</source>
        <translation>{dx:.4g} × {dy:.4g} × {dz:.4g} mm</translation>
    </message>
    <message>
        <source>{x} × {y} pixels, 1 slice</source>
        <translation>{x} × {y} 像素，1 个切片</translation>
    </message>
    <message>
        <source>{x} × {y} pixels, {slices} slices</source>
        <translation>{x} × {y} 像素，{slices} 个切片</translation>
    </message>
    <message>
        <source>no scale (the file gives none)</source>
        <translation>无比例尺（文件未给出）</translation>
    </message>
    <message>
        <source>grey, not HU</source>
        <translation>灰度，非 HU</translation>
    </message>
    <message>
        <source>1 case</source>
        <translation>1 个病例</translation>
    </message>
    <message>
        <source>{cases} cases</source>
        <translation>{cases} 个病例</translation>
    </message>
    <message>
        <source>{cases} of 1 patient</source>
        <translation>1 名患者的 {cases}</translation>
    </message>
    <message>
        <source>{cases} of {patients} patients</source>
        <translation>{patients} 名患者的 {cases}</translation>
    </message>
    <message>
        <source>Slices empty in both masks are not counted (n/a).</source>
        <translation>两个掩膜都为空的切片不计入 (n/a)。</translation>
    </message>
    <message>
        <source>Open a reference mask and a prediction over one scan: the Dice of every slice then shows by itself.</source>
        <translation>在同一扫描上打开参考掩膜和预测：各切片的 Dice 会自动显示。</translation>
    </message>
    <message>
        <source>Compare adds the scores of the whole case, volumes and every lesion.</source>
        <translation>“比较”会补充整个病例的评分、体积和每个病灶。</translation>
    </message>
    <message>
        <source>Masks as they are set</source>
        <translation>按设置显示掩膜</translation>
    </message>
    <message>
        <source>Reference alone</source>
        <translation>仅参考</translation>
    </message>
    <message>
        <source>Prediction alone</source>
        <translation>仅预测</translation>
    </message>
    <message>
        <source>Agreement (TP, FP, FN)</source>
        <translation>一致性 (TP, FP, FN)</translation>
    </message>
    <message>
        <source>Outlines of differences</source>
        <translation>差异轮廓</translation>
    </message>
    <message>
        <source>Would more patients help? – Slicewise</source>
        <translation>更多患者有帮助吗？ – Slicewise</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Of each training: as long as a first useful run takes, not as long as the best.</source>
        <translation>每次训练的时间：取首次得到可用结果所需的时长，而不是得到最佳结果的时长。</translation>
    </message>
    <message>
        <source>Each training</source>
        <translation>每次训练</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Go on with this one</source>
        <translation>继续此曲线</translation>
    </message>
    <message>
        <source>Measure what is left of the curve below, with the settings it was begun with</source>
        <translation>按开始时的设置，测量下方曲线尚未完成的部分</translation>
    </message>
    <message>
        <source>End at the next batch; Start goes on from there</source>
        <translation>在下一批次结束；按“开始”从该处继续</translation>
    </message>
    <message>
        <source>Reading the scans…</source>
        <translation>正在读取扫描…</translation>
    </message>
    <message>
        <source>Measure the learning curve of this data set</source>
        <translation>测量此数据集的学习曲线</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>查看有无变化</translation>
    </message>
    <message>
        <source>Read the data again; only what has changed is trained anew</source>
        <translation>重新读取数据；只重新训练有变化的部分</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Measure what is left; what is measured stays</source>
        <translation>测量尚未完成的部分；已测量的保留</translation>
    </message>
    <message>
        <source>How the views show reference and prediction (O goes on to the next)</source>
        <translation>视图如何显示参考和预测（O 切换到下一种）</translation>
    </message>
    <message>
        <source>The region whose agreement is shown (Shift+O)</source>
        <translation>显示其一致性的区域 (Shift+O)</translation>
    </message>
    <message>
        <source>Score the whole case and every lesion</source>
        <translation>对整个病例和每个病灶评分</translation>
    </message>
    <message>
        <source>Evaluate many cases…</source>
        <translation>评估多个病例…</translation>
    </message>
    <message>
        <source>Double-click a lesion to see it.</source>
        <translation>双击病灶查看。</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>病灶</translation>
    </message>
    <message>
        <source>Drawing, scalable (*.svg)</source>
        <translation>可缩放图形 (*.svg)</translation>
    </message>
    <message>
        <source>Page (*.pdf)</source>
        <translation>页面 (*.pdf)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>The network – Slicewise</source>
        <translation>网络 – Slicewise</translation>
    </message>
    <message>
        <source>Whose network is shown</source>
        <translation>显示谁的网络</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Show the network in a model file</source>
        <translation>显示模型文件中的网络</translation>
    </message>
    <message>
        <source>Save drawing…</source>
        <translation>保存图形…</translation>
    </message>
    <message>
        <source>Save the drawing as SVG, PDF or PNG</source>
        <translation>将图形保存为 SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy all that the drawing says, as text</source>
        <translation>将图形所述内容全部复制为文本</translation>
    </message>
    <message>
        <source>Model to show</source>
        <translation>要显示的模型</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>文本已在剪贴板中。</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存图形</translation>
    </message>
    <message>
        <source>The drawing was saved.</source>
        <translation>图形已保存。</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>模型 {name}</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Views show</source>
        <translation>视图显示</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Two different masks are needed; choose a reference and a prediction.</source>
        <translation>需要两个不同的掩膜；请选择一个参考和一个预测。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Lesions: {summary}</source>
        <translation>病灶：{summary}</translation>
    </message>
    <message>
        <source>The scores were copied.</source>
        <translation>评分已复制。</translation>
    </message>
    <message>
        <source>Save scores</source>
        <translation>保存评分</translation>
    </message>
    <message>
        <source>The scores were saved as {file}.</source>
        <translation>评分已保存为 {file}。</translation>
    </message>
    <message>
        <source>No scan is open. What is drawn on one, the numbers of its labels and every lesion of its mask are listed here.</source>
        <translation>没有打开扫描。在扫描上画的内容、其标签的数值和掩膜的每个病灶都列在这里。</translation>
    </message>
    <message>
        <source>Copy every table as text</source>
        <translation>将每个表复制为文本</translation>
    </message>
    <message>
        <source>Save every table for a spreadsheet</source>
        <translation>保存每个表供电子表格使用</translation>
    </message>
    <message>
        <source>The measurements were copied.</source>
        <translation>测量已复制。</translation>
    </message>
    <message>
        <source>Save measurements</source>
        <translation>保存测量</translation>
    </message>
    <message>
        <source>The measurements were saved as {file}.</source>
        <translation>测量已保存为 {file}。</translation>
    </message>
    <message>
        <source>A trained model draws its mask on the open scan. Train one, or browse for a model file.</source>
        <translation>训练好的模型在已打开的扫描上画掩膜。请训练一个，或浏览选择模型文件。</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <source>Model that draws the mask</source>
        <translation>绘制掩膜的模型</translation>
    </message>
    <message>
        <source>Model…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Passport of the model: origin, data, scores, limits, and what a use costs</source>
        <translation>模型的档案：来源、数据、评分、局限和使用开销</translation>
    </message>
    <message>
        <source>Predict mask</source>
        <translation>预测掩膜</translation>
    </message>
    <message>
        <source>Save mask…</source>
        <translation>保存掩膜…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>The model – Slicewise</source>
        <translation>模型 – Slicewise</translation>
    </message>
    <message>
        <source>Choose another model file, or an ensemble.json</source>
        <translation>选择其他模型文件，或 ensemble.json</translation>
    </message>
    <message>
        <source>No model is chosen</source>
        <translation>未选择模型</translation>
    </message>
    <message>
        <source>Open a model file here, or choose a model in the Predict panel.</source>
        <translation>请在此打开模型文件，或在“预测”面板中选择模型。</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>正在读取模型…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Model (*.safetensors ensemble.json)</source>
        <translation>模型 (*.safetensors ensemble.json)</translation>
    </message>
    <message>
        <source>Stopped; what was measured before is still there.</source>
        <translation>已停止；之前的测量结果仍在。</translation>
    </message>
    <message>
        <source>Open a scan to measure on.</source>
        <translation>请打开用于测量的扫描。</translation>
    </message>
    <message>
        <source>{file} in {folder}</source>
        <translation>{folder} 中的 {file}</translation>
    </message>
    <message>
        <source>There is no scan to draw on; open a CT first.</source>
        <translation>没有可供绘制的扫描；请先打开 CT。</translation>
    </message>
    <message>
        <source>There is no model; train one, or browse for a model file.</source>
        <translation>没有模型；请训练一个，或浏览选择模型文件。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Done in {seconds:.1f} s.</source>
        <translation>{seconds:.1f} 秒完成。</translation>
    </message>
    <message>
        <source>{done}
Dice of the whole case: {scores}</source>
        <translation>{done}
整个病例的 Dice：{scores}</translation>
    </message>
    <message>
        <source>Another scan was opened meanwhile; the mask of {scan} was dropped.</source>
        <translation>期间打开了另一个扫描；{scan} 的掩膜已丢弃。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>已取消；没有任何更改。</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已保存为 {file}。</translation>
    </message>
    <message>
        <source>{models} networks as one, {made}</source>
        <translation>{models} 个网络合一，{made}</translation>
    </message>
    <message>
        <source>{models} networks as one, {made}, cross-validated Dice {score:.2f}</source>
        <translation>{models} 个网络合一，{made}，交叉验证 Dice {score:.2f}</translation>
    </message>
    <message>
        <source>, mean Dice {best_score:.2f}</source>
        <translation>，平均 Dice {best_score:.2f}</translation>
    </message>
    <message>
        <source>Open a scan first. Its masks are listed here, each with its labels.</source>
        <translation>请先打开扫描。其掩膜列在这里，每个都带有标签。</translation>
    </message>
    <message>
        <source>Open a mask that was drawn on this scan, or let a model predict one. Each of its labels is then listed here with its name, colour, volume and how it is drawn.</source>
        <translation>打开在此扫描上画的掩膜，或让模型预测一个。其每个标签随后列在这里，带名称、颜色、体积和绘制方式。</translation>
    </message>
    <message>
        <source>All that can be done to the chosen row</source>
        <translation>对所选行可做的一切</translation>
    </message>
    <message>
        <source>More for the chosen row</source>
        <translation>所选行的更多操作</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the chosen mask off the scan (Del)</source>
        <translation>将所选掩膜从扫描上移除 (Del)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the chosen mask to a file (Ctrl+S)</source>
        <translation>将所选掩膜保存到文件 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Open mask…</source>
        <translation>打开掩膜…</translation>
    </message>
    <message>
        <source>Lay a mask over the open scan (Ctrl+M)</source>
        <translation>在已打开的扫描上叠加掩膜 (Ctrl+M)</translation>
    </message>
    <message>
        <source>Predict…</source>
        <translation>预测…</translation>
    </message>
    <message>
        <source>Let a model segment the scan (Ctrl+P)</source>
        <translation>让模型分割扫描 (Ctrl+P)</translation>
    </message>
    <message>
        <source>No mask over the scan</source>
        <translation>扫描上没有掩膜</translation>
    </message>
    <message>
        <source>No scan is open</source>
        <translation>没有打开扫描</translation>
    </message>
    <message>
        <source>No voxel of the mask holds {spot}.</source>
        <translation>掩膜中没有体素为 {spot}。</translation>
    </message>
    <message>
        <source>Colour of {spot}</source>
        <translation>{spot} 的颜色</translation>
    </message>
    <message>
        <source>The voxels of this mask are being counted; try again.</source>
        <translation>正在统计此掩膜的体素；请重试。</translation>
    </message>
    <message>
        <source>change values of {source}</source>
        <translation>更改 {source} 的值</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>需要多久就多久</translation>
    </message>
    <message>
        <source>a quarter of an hour</source>
        <translation>一刻钟</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>一小时</translation>
    </message>
    <message>
        <source>a night (8 hours)</source>
        <translation>一夜（8 小时）</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>不做这一步继续</translation>
    </message>
    <message>
        <source>Skip: {step}</source>
        <translation>跳过：{step}</translation>
    </message>
    <message>
        <source>Try made-up patients</source>
        <translation>试用人造患者</translation>
    </message>
    <message>
        <source>Makes six patients, for whoever has no scans at hand</source>
        <translation>生成六名患者，供手头没有扫描的人使用</translation>
    </message>
    <message>
        <source>Split of patients…</source>
        <translation>患者划分…</translation>
    </message>
    <message>
        <source>Time for the training</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>The training ends on time and keeps its best model</source>
        <translation>训练准时结束并保留其最佳模型</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show where this is done</source>
        <translation>显示在哪里完成</translation>
    </message>
    <message>
        <source>Show where this is done: {step}</source>
        <translation>显示在哪里完成：{step}</translation>
    </message>
    <message>
        <source>From your scans to a model that draws</source>
        <translation>从您的扫描到会勾画的模型</translation>
    </message>
    <message>
        <source>Seven steps; the one with a button is next.</source>
        <translation>七个步骤；带按钮的是下一步。</translation>
    </message>
    <message>
        <source>The run does not say where its data set is; choose the folder above.</source>
        <translation>此运行没有说明其数据集在哪里；请在上方选择文件夹。</translation>
    </message>
    <message>
        <source>Training set-up</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>Choose a data set, then press Start training. Curves and the Dice of every slice appear here while it learns; the mask it draws follows in Predict.</source>
        <translation>选择数据集，然后按“开始训练”。学习期间曲线和每个切片的 Dice 显示在这里；它画的掩膜随后在“预测”中。</translation>
    </message>
    <message>
        <source>The training goes on without the window…</source>
        <translation>训练将在没有窗口的情况下继续…</translation>
    </message>
    <message>
        <source>Failed: {sentence}</source>
        <translation>失败：{sentence}</translation>
    </message>
    <message>
        <source>Counting the values…</source>
        <translation>正在统计数值…</translation>
    </message>
    <message>
        <source>The usual presets are in HU and do not fit these grey values. Set a window and keep it under a name of your own.</source>
        <translation>常用预设以 HU 为单位，不适合这些灰度值。请设置一个窗并以自己的名称保留。</translation>
    </message>
    <message>
        <source>Open a scan: its values are counted here.</source>
        <translation>打开扫描：其数值在此统计。</translation>
    </message>
    <message>
        <source>Width of the grey window</source>
        <translation>灰度窗的窗宽</translation>
    </message>
    <message>
        <source>Level of the grey window</source>
        <translation>灰度窗的窗位</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>All but 0.1 % of the scan at either end</source>
        <translation>扫描两端各除去 0.1 % 之外的全部</translation>
    </message>
    <message>
        <source>From file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>The window that the DICOM files suggest</source>
        <translation>DICOM 文件建议的窗</translation>
    </message>
    <message>
        <source>Grey windows by name</source>
        <translation>按名称的灰度窗</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>新预设的名称</translation>
    </message>
    <message>
        <source>Name for this window</source>
        <translation>此窗的名称</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep this window under that name</source>
        <translation>以该名称保留此窗</translation>
    </message>
    <message>
        <source>Take the chosen preset away</source>
        <translation>移除所选预设</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>窗宽(&amp;W)</translation>
    </message>
    <message>
        <source>L&amp;evel</source>
        <translation>窗位(&amp;E)</translation>
    </message>
    <message>
        <source>Dice part</source>
        <translation>Dice 部分</translation>
    </message>
    <message>
        <source>cross-entropy part</source>
        <translation>交叉熵部分</translation>
    </message>
    <message>
        <source>organ finder</source>
        <translation>器官定位网络</translation>
    </message>
    <message>
        <source>close look</source>
        <translation>近看</translation>
    </message>
    <message>
        <source>organ finder, Dice part</source>
        <translation>器官定位网络，Dice 部分</translation>
    </message>
    <message>
        <source>organ finder, cross-entropy part</source>
        <translation>器官定位网络，交叉熵部分</translation>
    </message>
    <message>
        <source>close look, Dice part</source>
        <translation>近看，Dice 部分</translation>
    </message>
    <message>
        <source>close look, cross-entropy part</source>
        <translation>近看，交叉熵部分</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {values}</source>
        <translation>第 {epoch} 轮：{values}</translation>
    </message>
    <message>
        <source>{begin}Epoch {epoch}{end}</source>
        <translation>{begin}第 {epoch} 轮{end}</translation>
    </message>
    <message>
        <source>{begin}Epoch {epoch}{end} (best: {best})</source>
        <translation>{begin}第 {epoch} 轮{end}（最佳：{best}）</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic scale.</source>
        <translation>以对数刻度显示损失。</translation>
    </message>
    <message>
        <source>Also show what the loss is the sum of: Dice dashed, cross-entropy dotted.</source>
        <translation>同时显示损失的组成：Dice 为虚线，交叉熵为点线。</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Dice of whole validation patients</source>
        <translation>整个验证患者的 Dice</translation>
    </message>
    <message>
        <source>Also show intersection over union, dashed.</source>
        <translation>同时显示交并比，虚线。</translation>
    </message>
    <message>
        <source>Also show the share of right pixels, dotted: high even without any tumour found.</source>
        <translation>同时显示正确像素比例，点线：即使没有找到肿瘤也很高。</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>training, {part}</source>
        <translation>训练，{part}</translation>
    </message>
    <message>
        <source>validation, {part}</source>
        <translation>验证，{part}</translation>
    </message>
    <message>
        <source>{region} IoU</source>
        <translation>{region} IoU</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>A training run is going on. Shall it go on without the window?</source>
        <translation>训练正在进行。要让它在没有窗口的情况下继续吗？</translation>
    </message>
    <message>
        <source>If it goes on, it works in the background until it is done; when you open Slicewise again, it is shown as it is then.</source>
        <translation>若继续，它会在后台工作直到完成；再次打开 Slicewise 时显示当时的状态。</translation>
    </message>
    <message>
        <source>If it stops, finished rounds and the best model so far are kept, and it can be resumed.</source>
        <translation>若停止，已完成的轮次和迄今最佳模型会保留，并可以继续。</translation>
    </message>
    <message>
        <source>It works in the background and does not need this window.</source>
        <translation>它在后台工作，不需要此窗口。</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>让它继续</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>保持窗口打开</translation>
    </message>
    <message>
        <source>the scan</source>
        <translation>该扫描</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>The prediction on {scan} is not saved. Save it?</source>
        <translation>{scan} 上的预测未保存。要保存吗？</translation>
    </message>
    <message>
        <source>A mask over {scan} is not saved as it is now. Save it?</source>
        <translation>{scan} 上的掩膜当前状态未保存。要保存吗？</translation>
    </message>
    <message>
        <source>{count} predictions on {scan} are not saved. Save them?</source>
        <translation>{scan} 上的 {count} 个预测未保存。要保存吗？</translation>
    </message>
    <message>
        <source>{count} masks over {scan} are not saved as they are now. Save them?</source>
        <translation>{scan} 上的 {count} 个掩膜当前状态未保存。要保存吗？</translation>
    </message>
    <message>
        <source>A DICOM segmentation names the DICOM slices it was drawn on; the open scan did not come from DICOM.</source>
        <translation>DICOM 分割会指明其所画的 DICOM 切片；已打开的扫描不是来自 DICOM。</translation>
    </message>
    <message>
        <source>Nothing in the file says who the patient is.</source>
        <translation>文件中没有任何内容说明患者是谁。</translation>
    </message>
    <message>
        <source>Copies name, number and birth date from the scan into the new file, as an archive that sorts by patient needs it. Left off, the file is tied to its scan by numbers alone.</source>
        <translation>将扫描中的姓名、编号和出生日期复制到新文件，供按患者归类的归档系统使用。不选则文件仅以编号与其扫描关联。</translation>
    </message>
    <message>
        <source>Name the patient in the file, as the scan does</source>
        <translation>在文件中写明患者，与扫描一致</translation>
    </message>
    <message>
        <source>Save {label_map}</source>
        <translation>保存 {label_map}</translation>
    </message>
    <message>
        <source>{file} is the open scan itself; choose another name for the mask.</source>
        <translation>{file} 是已打开的扫描本身；请为掩膜选择另一个名称。</translation>
    </message>
    <message>
        <source>{file} was saved and read back whole.</source>
        <translation>{file} 已保存并完整回读。</translation>
    </message>
    <message>
        <source>{first} and {last} have no scores of {region} in common.</source>
        <translation>{first} 与 {last} 没有共同的 {region} 评分。</translation>
    </message>
    <message>
        <source>{region} of {case}, whole patient: {before} in {first}, {after} in {last}.</source>
        <translation>{case} 的 {region}，整个患者：{first} 为 {before}，{last} 为 {after}。</translation>
    </message>
    <message>
        <source>No slice changed by {step} or more.</source>
        <translation>没有切片变化达到 {step}。</translation>
    </message>
    <message>
        <source>1 slice gained: slice {slice}, {before} to {after}.</source>
        <translation>1 个切片提高：切片 {slice}，从 {before} 到 {after}。</translation>
    </message>
    <message>
        <source>{count} slices gained, most slice {slice}: {before} to {after}.</source>
        <translation>{count} 个切片提高，最多的是切片 {slice}：从 {before} 到 {after}。</translation>
    </message>
    <message>
        <source>1 slice lost: slice {slice}, {before} to {after}.</source>
        <translation>1 个切片下降：切片 {slice}，从 {before} 到 {after}。</translation>
    </message>
    <message>
        <source>{count} slices lost, most slice {slice}: {before} to {after}.</source>
        <translation>{count} 个切片下降，最多的是切片 {slice}：从 {before} 到 {after}。</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n/a</translation>
    </message>
    <message>
        <source>Dice, whole case</source>
        <translation>Dice，整个病例</translation>
    </message>
    <message>
        <source>Overlap of all voxels of all slices together</source>
        <translation>所有切片全部体素合在一起的重叠</translation>
    </message>
    <message>
        <source>IoU, whole case</source>
        <translation>IoU，整个病例</translation>
    </message>
    <message>
        <source>Intersection over union of all slices together</source>
        <translation>所有切片合在一起的交并比</translation>
    </message>
    <message>
        <source>{counted}/{slices}</source>
        <translation>{counted}/{slices}</translation>
    </message>
    <message>
        <source>Mean slice Dice</source>
        <translation>切片平均 Dice</translation>
    </message>
    <message>
        <source>Mean of the Dice of each slice counted</source>
        <translation>计入的各切片 Dice 的平均</translation>
    </message>
    <message>
        <source>Slices counted</source>
        <translation>计入的切片</translation>
    </message>
    <message>
        <source>Slices with the region in either mask</source>
        <translation>任一掩膜中含该区域的切片</translation>
    </message>
    <message>
        <source>Share of the reference that was found</source>
        <translation>参考中被找到的比例</translation>
    </message>
    <message>
        <source>Share of the prediction that is right</source>
        <translation>预测中正确的比例</translation>
    </message>
    <message>
        <source>Reference volume</source>
        <translation>参考体积</translation>
    </message>
    <message>
        <source>Predicted volume</source>
        <translation>预测体积</translation>
    </message>
    <message>
        <source>Found/missed/false</source>
        <translation>找到/遗漏/错误</translation>
    </message>
    <message>
        <source>Lesions found, lesions missed, and false alarms</source>
        <translation>找到的病灶、遗漏的病灶和假警报</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>遗漏</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>假警报</translation>
    </message>
    <message>
        <source>badly outlined</source>
        <translation>轮廓不佳</translation>
    </message>
    <message>
        <source>well outlined</source>
        <translation>轮廓良好</translation>
    </message>
    <message>
        <source>Harm is tumour drawn wrong, in ml: all of a missed or false lesion; of a badly outlined one (Dice below 0.70) what was left out and what was drawn too much. Of equal harm the longer diameter comes first.</source>
        <translation>危害指画错的肿瘤，单位 ml：遗漏或错误病灶的全部；轮廓不佳者（Dice 低于 0.70）为漏画和多画的部分。危害相同时直径较长者在先。</translation>
    </message>
    <message>
        <source>{count} voxels</source>
        <translation>{count} 个体素</translation>
    </message>
    <message>
        <source>{mm} mm across</source>
        <translation>宽 {mm} mm</translation>
    </message>
    <message>
        <source>{ml} ml wrong</source>
        <translation>{ml} ml 错误</translation>
    </message>
    <message>
        <source>{hu} HU against the liver</source>
        <translation>与肝脏相差 {hu} HU</translation>
    </message>
    <message>
        <source>{levels} grey levels against the liver</source>
        <translation>与肝脏相差 {levels} 个灰度级</translation>
    </message>
    <message>
        <source>badly outlined, {dice}</source>
        <translation>轮廓不佳，{dice}</translation>
    </message>
    <message>
        <source>{mm} mm</source>
        <translation>{mm} mm</translation>
    </message>
    <message>
        <source>case {case}</source>
        <translation>病例 {case}</translation>
    </message>
    <message>
        <source>Case {case}: {kind}</source>
        <translation>病例 {case}：{kind}</translation>
    </message>
    <message>
        <source>Dice {dice}</source>
        <translation>Dice {dice}</translation>
    </message>
    <message>
        <source>Slices {first} to {last}</source>
        <translation>切片 {first} 至 {last}</translation>
    </message>
    <message>
        <source>Double-click opens the case there.</source>
        <translation>双击在该处打开病例。</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>病灶</translation>
    </message>
    <message>
        <source>{found} found, {missed} missed, 1 false alarm</source>
        <translation>找到 {found} 个，遗漏 {missed} 个，1 个假警报</translation>
    </message>
    <message>
        <source>{found} found, {missed} missed, {false} false alarms</source>
        <translation>找到 {found} 个，遗漏 {missed} 个，{false} 个假警报</translation>
    </message>
    <message>
        <source>{name}, not saved yet</source>
        <translation>{name}，尚未保存</translation>
    </message>
    <message>
        <source>{name} is shown; click to hide it</source>
        <translation>{name} 已显示；点击隐藏</translation>
    </message>
    <message>
        <source>{name} is hidden with its mask; click to hide it by itself too</source>
        <translation>{name} 随其掩膜隐藏；点击可单独隐藏</translation>
    </message>
    <message>
        <source>{name} is hidden; click to show it</source>
        <translation>{name} 已隐藏；点击显示</translation>
    </message>
    <message>
        <source>{name} is not saved yet</source>
        <translation>{name} 尚未保存</translation>
    </message>
    <message>
        <source>{name} is locked: no tool may change it; click to unlock it</source>
        <translation>{name} 已锁定：任何工具都不能更改；点击解锁</translation>
    </message>
    <message>
        <source>{name} may be changed; click to lock it</source>
        <translation>{name} 可以更改；点击锁定</translation>
    </message>
    <message>
        <source>Mask and labels</source>
        <translation>掩膜和标签</translation>
    </message>
    <message>
        <source>Masks over the scan, the topmost first, with their labels</source>
        <translation>扫描上的掩膜，最上面的在先，带其标签</translation>
    </message>
    <message>
        <source>Shown or hidden</source>
        <translation>显示或隐藏</translation>
    </message>
    <message>
        <source>How far the work on a label is</source>
        <translation>标签的工作进度</translation>
    </message>
    <message>
        <source>Locked labels are changed by no tool</source>
        <translation>锁定的标签任何工具都不会更改</translation>
    </message>
    <message>
        <source>Volume in ml; n/a where the file gives no voxel size</source>
        <translation>体积，ml；文件未给出体素大小时为 n/a</translation>
    </message>
    <message>
        <source>Number of voxels</source>
        <translation>体素数</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>How strongly it covers the scan</source>
        <translation>覆盖扫描的强度</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Filled or as an outline</source>
        <translation>填充或轮廓</translation>
    </message>
    <message>
        <source>Number of the label in the file</source>
        <translation>标签在文件中的编号</translation>
    </message>
    <message>
        <source>As mask</source>
        <translation>同掩膜</translation>
    </message>
    <message>
        <source>Whole slices</source>
        <translation>整个切片</translation>
    </message>
    <message>
        <source>First network: whole slices</source>
        <translation>第一个网络：整个切片</translation>
    </message>
    <message>
        <source>Second network: close looks</source>
        <translation>第二个网络：近看</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>No mask</source>
        <translation>无掩膜</translation>
    </message>
    <message>
        <source>What the network sees – Slicewise</source>
        <translation>网络看到什么 – Slicewise</translation>
    </message>
    <message>
        <source>What a network is shown</source>
        <translation>给网络看的内容</translation>
    </message>
    <message>
        <source>Which of the pictures given for a slice</source>
        <translation>每个切片所给图像中的哪一个</translation>
    </message>
    <message>
        <source>How the mask is drawn</source>
        <translation>掩膜如何绘制</translation>
    </message>
    <message>
        <source>Beside it without augmentation</source>
        <translation>旁边显示未增强的</translation>
    </message>
    <message>
        <source>Show another batch</source>
        <translation>显示另一批次</translation>
    </message>
    <message>
        <source>The next batch that is learned from</source>
        <translation>即将学习的下一批次</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Reading the cases</source>
        <translation>正在读取病例</translation>
    </message>
    <message>
        <source>Look at this:</source>
        <translation>请查看：</translation>
    </message>
    <message>
        <source>Waiting for the run&apos;s next batch…</source>
        <translation>正在等待该运行的下一批次…</translation>
    </message>
    <message>
        <source>Reading the cases as the run will…</source>
        <translation>正按运行的方式读取病例…</translation>
    </message>
    <message>
        <source>The slice itself</source>
        <translation>切片本身</translation>
    </message>
    <message>
        <source>{count} below</source>
        <translation>下方第 {count} 个</translation>
    </message>
    <message>
        <source>{count} above</source>
        <translation>上方 {count} 个</translation>
    </message>
    <message>
        <source>Batch {batch} of the first round of this set-up: {size} slices, just as the network will get them.</source>
        <translation>此设置第一轮的第 {batch} 批：{size} 个切片，与网络将得到的完全一致。</translation>
    </message>
    <message>
        <source>Batch {batch} of round {epoch} of {run}: {size} slices, just as the network learned from them.</source>
        <translation>{run} 第 {epoch} 轮的第 {batch} 批：{size} 个切片，与网络学习时完全一致。</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>As its mask</source>
        <translation>同其掩膜</translation>
    </message>
    <message>
        <source>Opacity of {spot}</source>
        <translation>{spot} 的不透明度</translation>
    </message>
    <message>
        <source>Status of {spot}</source>
        <translation>{spot} 的状态</translation>
    </message>
    <message>
        <source>How strongly the chosen mask or label covers the scan (A, D)</source>
        <translation>所选掩膜或标签覆盖扫描的强度 (A, D)</translation>
    </message>
    <message>
        <source>The label covers the scan as strongly as its mask</source>
        <translation>标签与其掩膜覆盖扫描的强度相同</translation>
    </message>
    <message>
        <source>Opacity as its mask</source>
        <translation>不透明度同其掩膜</translation>
    </message>
    <message>
        <source>Fill the label with its colour, or draw its edge only</source>
        <translation>用颜色填充标签，或只画其边缘</translation>
    </message>
    <message>
        <source>How far the work on this label is; .seg.nrrd files keep it</source>
        <translation>此标签的工作进度；.seg.nrrd 文件会保留</translation>
    </message>
    <message>
        <source>How {spot} is drawn</source>
        <translation>{spot} 如何绘制</translation>
    </message>
    <message>
        <source>rename {before} to {name}</source>
        <translation>将 {before} 重命名为 {name}</translation>
    </message>
    <message>
        <source>colour of {label}</source>
        <translation>{label} 的颜色</translation>
    </message>
    <message>
        <source>move {mask}</source>
        <translation>移动 {mask}</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Colour…</source>
        <translation>颜色(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Go to its largest slice</source>
        <translation>转到其最大切片(&amp;G)</translation>
    </message>
    <message>
        <source>Show &amp;only this label</source>
        <translation>只显示此标签(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>状态(&amp;S)</translation>
    </message>
    <message>
        <source>This mask &amp;is</source>
        <translation>此掩膜是(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Lock all its labels</source>
        <translation>锁定其所有标签(&amp;L)</translation>
    </message>
    <message>
        <source>Draw all its labels a&amp;like</source>
        <translation>统一绘制其所有标签(&amp;I)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>No tool may change a locked label</source>
        <translation>任何工具都不能更改锁定的标签</translation>
    </message>
    <message>
        <source>&amp;Drawn</source>
        <translation>绘制(&amp;D)</translation>
    </message>
    <message>
        <source>Change label &amp;values…</source>
        <translation>更改标签值(&amp;V)…</translation>
    </message>
    <message>
        <source>Make a new mask with other numbers; this one stays as it is</source>
        <translation>生成使用其他编号的新掩膜；此掩膜保持不变</translation>
    </message>
    <message>
        <source>Masks and their labels</source>
        <translation>掩膜及其标签</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>Change label values</source>
        <translation>更改标签值</translation>
    </message>
    <message>
        <source>Name of the new mask</source>
        <translation>新掩膜的名称</translation>
    </message>
    <message>
        <source>Label values and what they become</source>
        <translation>标签值及其变成的内容</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>交换(&amp;W)</translation>
    </message>
    <message>
        <source>Exchange the two chosen values</source>
        <translation>交换所选的两个值</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message>
        <source>Give the chosen values one number</source>
        <translation>给所选的值同一个编号</translation>
    </message>
    <message>
        <source>To &amp;background</source>
        <translation>设为背景(&amp;B)</translation>
    </message>
    <message>
        <source>Clear the chosen values</source>
        <translation>清除所选的值</translation>
    </message>
    <message>
        <source>Start &amp;again</source>
        <translation>重新开始(&amp;A)</translation>
    </message>
    <message>
        <source>Let every value be as it is</source>
        <translation>让每个值保持原样</translation>
    </message>
    <message>
        <source>Make new mask</source>
        <translation>生成新掩膜</translation>
    </message>
    <message>
        <source>&amp;Name of the new mask</source>
        <translation>新掩膜的名称(&amp;N)</translation>
    </message>
    <message>
        <source>A new mask is made; {name} stays as it is. Double-click what a value becomes, or choose rows and swap or merge them.</source>
        <translation>生成一个新掩膜；{name} 保持不变。双击某个值所变成的内容，或选择行并交换或合并。</translation>
    </message>
    <message>
        <source>Nothing changes yet.</source>
        <translation>尚无更改。</translation>
    </message>
    <message>
        <source>The new mask will be empty: every value becomes background.</source>
        <translation>新掩膜将为空：每个值都变为背景。</translation>
    </message>
    <message>
        <source>{number} {label} ({voxels:,} voxels)</source>
        <translation>{number} {label}（{voxels:,} 个体素）</translation>
    </message>
    <message>
        <source>The new mask will hold {labels}.</source>
        <translation>新掩膜将包含 {labels}。</translation>
    </message>
    <message>
        <source>The number in the mask as it is</source>
        <translation>掩膜中原来的编号</translation>
    </message>
    <message>
        <source>Label now</source>
        <translation>现在的标签</translation>
    </message>
    <message>
        <source>What it is called now</source>
        <translation>现在的名称</translation>
    </message>
    <message>
        <source>Voxels now</source>
        <translation>现在的体素</translation>
    </message>
    <message>
        <source>How many voxels hold the value now</source>
        <translation>现在有多少体素为该值</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>变为</translation>
    </message>
    <message>
        <source>The number in the new mask; 0 is background</source>
        <translation>新掩膜中的编号；0 为背景</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>名称为</translation>
    </message>
    <message>
        <source>What that number is called in the new mask</source>
        <translation>该编号在新掩膜中的名称</translation>
    </message>
    <message>
        <source>Voxels then</source>
        <translation>之后的体素</translation>
    </message>
    <message>
        <source>How many voxels of the new mask hold that number</source>
        <translation>新掩膜中有多少体素为该编号</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>{mask} is reference</source>
        <translation>{mask} 是参考</translation>
    </message>
    <message>
        <source>{mask} is prediction</source>
        <translation>{mask} 是预测</translation>
    </message>
    <message>
        <source>{mask} is mine</source>
        <translation>{mask} 是我的</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>{label}: not started; click for the next step</source>
        <translation>{label}：未开始；点击进入下一步</translation>
    </message>
    <message>
        <source>{label}: in progress; click for the next step</source>
        <translation>{label}：进行中；点击进入下一步</translation>
    </message>
    <message>
        <source>{label}: done; click for the next step</source>
        <translation>{label}：完成；点击进入下一步</translation>
    </message>
    <message>
        <source>{label}: flagged; click for the next step</source>
        <translation>{label}：已标记；点击进入下一步</translation>
    </message>
    <message>
        <source>{name}: being counted</source>
        <translation>{name}：正在统计</translation>
    </message>
    <message>
        <source>{name}: no voxel holds this label</source>
        <translation>{name}：没有体素带有此标签</translation>
    </message>
    <message>
        <source>{name}: {voxels:,} voxels; the file gives no voxel size, so ml are not known</source>
        <translation>{name}：{voxels:,} 个体素；文件未给出体素大小，因此 ml 未知</translation>
    </message>
    <message>
        <source>{name}: {voxels:,} voxels, {ml} ml</source>
        <translation>{name}：{voxels:,} 个体素，{ml} ml</translation>
    </message>
    <message>
        <source>Choose a series</source>
        <translation>选择序列</translation>
    </message>
    <message>
        <source>{request} holds {series} series. Which should be opened?</source>
        <translation>{request} 包含 {series} 个序列。应打开哪一个？</translation>
    </message>
    <message>
        <source>Show only series that hold these letters</source>
        <translation>只显示含这些字母的序列</translation>
    </message>
    <message>
        <source>Series in the folder</source>
        <translation>文件夹中的序列</translation>
    </message>
    <message>
        <source>One scan is shown at a time: choose one, and masks to lay over it.</source>
        <translation>一次只显示一个扫描：请选择一个，以及要叠加在其上的掩膜。</translation>
    </message>
    <message>
        <source>the series</source>
        <translation>该序列</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 个切片</translation>
    </message>
    <message>
        <source>{slices:,} slices</source>
        <translation>{slices:,} 个切片</translation>
    </message>
    <message>
        <source>Opens {series}, {slices}.</source>
        <translation>打开 {series}，{slices}。</translation>
    </message>
    <message>
        <source>Opens {series}, {slices} with 1 mask over it.</source>
        <translation>打开 {series}，{slices}，其上有 1 个掩膜。</translation>
    </message>
    <message>
        <source>Opens {series}, {slices} with {masks} masks.</source>
        <translation>打开 {series}，{slices}，带 {masks} 个掩膜。</translation>
    </message>
    <message>
        <source>Choose a series.</source>
        <translation>请选择一个序列。</translation>
    </message>
    <message>
        <source>A mask lies over a scan: choose its scan too (Ctrl+click).</source>
        <translation>掩膜要叠加在扫描上：请同时选择其扫描（Ctrl+点击）。</translation>
    </message>
    <message>
        <source>Laid over the open scan.</source>
        <translation>叠加在已打开的扫描上。</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Takes about</source>
        <translation>约需</translation>
    </message>
    <message>
        <source>At most, min</source>
        <translation>最多，分钟</translation>
    </message>
    <message>
        <source>The run is stopped after so many minutes and keeps what it has; empty: never</source>
        <translation>运行在这么多分钟后停止并保留已有结果；空：从不</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Runs come one after the other, and go on when Slicewise is closed. Add to queue, in the Train panel, puts a run here.</source>
        <translation>运行一个接一个进行，关闭 Slicewise 后仍会继续。“训练”面板中的“加入队列”会把运行放到这里。</translation>
    </message>
    <message>
        <source>Queue of runs</source>
        <translation>运行队列</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>启动队列</translation>
    </message>
    <message>
        <source>Begin with the first</source>
        <translation>从第一个开始</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Give this run an earlier turn</source>
        <translation>让此运行更早轮到</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Give this run a later turn</source>
        <translation>让此运行更晚轮到</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Let this run wait no longer</source>
        <translation>不再让此运行等待</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成</translation>
    </message>
    <message>
        <source>Forget runs that are over</source>
        <translation>忘记已结束的运行</translation>
    </message>
    <message>
        <source>Stop after this run</source>
        <translation>此运行后停止</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>没有等待的。</translation>
    </message>
    <message>
        <source>The queue was cut off: its process was ended. Start it again to go on.</source>
        <translation>队列被中断：其进程已结束。请重新启动以继续。</translation>
    </message>
    <message>
        <source>1 run waits.</source>
        <translation>1 个运行等待中。</translation>
    </message>
    <message>
        <source>{count} runs wait.</source>
        <translation>{count} 个运行等待中。</translation>
    </message>
    <message>
        <source>{count} rounds more</source>
        <translation>再 {count} 轮</translation>
    </message>
    <message>
        <source>{minutes:g} minutes more</source>
        <translation>再 {minutes:g} 分钟</translation>
    </message>
    <message>
        <source>{kind} (mask)</source>
        <translation>{kind}（掩膜）</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 个标签</translation>
    </message>
    <message>
        <source>{count} labels</source>
        <translation>{count} 个标签</translation>
    </message>
    <message>
        <source>without a description</source>
        <translation>无描述</translation>
    </message>
    <message>
        <source>is a second scan, and no first is open</source>
        <translation>是第二个扫描，而第一个尚未打开</translation>
    </message>
    <message>
        <source>open it alone</source>
        <translation>请单独打开</translation>
    </message>
    <message>
        <source>is a mask, and no scan is open</source>
        <translation>是掩膜，而没有打开扫描</translation>
    </message>
    <message>
        <source>open its CT first</source>
        <translation>请先打开其 CT</translation>
    </message>
    <message>
        <source>does not lie on the grid of {volume}: {differences}</source>
        <translation>不在 {volume} 的网格上：{differences}</translation>
    </message>
    <message>
        <source>open the mask that was drawn on this scan</source>
        <translation>请打开在此扫描上画的掩膜</translation>
    </message>
    <message>
        <source>is too large for a session</source>
        <translation>对会话来说太大</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>请选择其他文件</translation>
    </message>
    <message>
        <source>is no session of Slicewise</source>
        <translation>不是 Slicewise 会话</translation>
    </message>
    <message>
        <source>was saved by another version of Slicewise</source>
        <translation>由另一版本的 Slicewise 保存</translation>
    </message>
    <message>
        <source>open it with that one</source>
        <translation>请用那个版本打开</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>open the scan and its masks one by one</source>
        <translation>请逐个打开扫描及其掩膜</translation>
    </message>
    <message>
        <source>No scan is open, so there is no session to save.</source>
        <translation>没有打开扫描，因此没有可保存的会话。</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Session (*{session_ending})</source>
        <translation>会话 (*{session_ending})</translation>
    </message>
    <message>
        <source>The open scan lies in no file, so a session could not find it again.</source>
        <translation>已打开的扫描不在任何文件中，会话将无法再找到它。</translation>
    </message>
    <message>
        <source>{file} was saved beside the session.</source>
        <translation>{file} 已保存在会话旁边。</translation>
    </message>
    <message>
        <source>The session was saved as {file}.</source>
        <translation>会话已保存为 {file}。</translation>
    </message>
    <message>
        <source>The session {file} is open as it was saved.</source>
        <translation>会话 {file} 已按保存时的状态打开。</translation>
    </message>
    <message>
        <source>Saving the session</source>
        <translation>正在保存会话</translation>
    </message>
    <message>
        <source>was not written as it should be</source>
        <translation>没有按应有的方式写入</translation>
    </message>
    <message>
        <source>save it to another disk</source>
        <translation>请保存到其他磁盘</translation>
    </message>
    <message>
        <source>{file} has changed since the session was saved; measurements and masks may not fit it.</source>
        <translation>{file} 在保存会话后已更改；测量和掩膜可能与之不符。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>with tumour</source>
        <translation>有肿瘤</translation>
    </message>
    <message>
        <source>Tumour, ml</source>
        <translation>肿瘤，ml</translation>
    </message>
    <message>
        <source>Nobody is left to learn from. Move patients to Training.</source>
        <translation>没有剩下可供学习的患者。请将患者移到“训练”。</translation>
    </message>
    <message>
        <source>Nobody is kept for validation yet. Move patients there, or press Propose split.</source>
        <translation>尚无人留作验证。请将患者移到那里，或按“建议划分”。</translation>
    </message>
    <message>
        <source>Press Check pairs to see slices and tumour on every card; until then a proposal counts patients alone.</source>
        <translation>按“检查配对”可在每张卡片上看到切片和肿瘤；在此之前，建议只按患者数计算。</translation>
    </message>
    <message>
        <source>As even as it can be: {side} is one patient, who cannot stand for all.</source>
        <translation>已尽可能均衡：{side}只有一名患者，无法代表全部。</translation>
    </message>
    <message>
        <source>As even as it can be: {side} is {people} patients, who cannot stand for all.</source>
        <translation>已尽可能均衡：{side}有 {people} 名患者，无法代表全部。</translation>
    </message>
    <message>
        <source>Balanced: every side has its share of patients and of tumour.</source>
        <translation>均衡：每一侧都有相应份额的患者和肿瘤。</translation>
    </message>
    <message>
        <source>Balanced. Nobody is kept for the test, so there will be no score that nothing was chosen by.</source>
        <translation>均衡。没有人留作测试，因此不会有未被用于选择的评分。</translation>
    </message>
    <message>
        <source>{side} holds no tumour: nothing can be said about tumours there.</source>
        <translation>{side} 不含肿瘤：无法对那里的肿瘤做出任何结论。</translation>
    </message>
    <message>
        <source>{side} holds {people} % of the patients but {tumour} % of the tumour: its scores will not be like those of the others.</source>
        <translation>{side} 占患者的 {people} %，但占肿瘤的 {tumour} %：其评分将与其他侧不同。</translation>
    </message>
    <message>
        <source>{patient} ({scans} scans)</source>
        <translation>{patient}（{scans} 个扫描）</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>{slices:,} slices, no tumour</source>
        <translation>{slices:,} 个切片，无肿瘤</translation>
    </message>
    <message>
        <source>{slices:,} slices, {tumour:,} with tumour</source>
        <translation>{slices:,} 个切片，{tumour:,} 个有肿瘤</translation>
    </message>
    <message>
        <source>{slices:,} slices, {tumour:,} with tumour, {ml} ml</source>
        <translation>{slices:,} 个切片，{tumour:,} 个有肿瘤，{ml} ml</translation>
    </message>
    <message>
        <source>There is no data set yet. Drop a folder with scans and masks on the window, or two folders: one with the scans, one with the masks.</source>
        <translation>尚无数据集。将包含扫描和掩膜的文件夹拖到窗口上，或两个文件夹：一个是扫描，一个是掩膜。</translation>
    </message>
    <message>
        <source>A run is going on with this split. It cannot be changed any more: whoever was learned from cannot be unlearned.</source>
        <translation>正以此划分进行运行。不能再更改：已经学习过的无法忘掉。</translation>
    </message>
    <message>
        <source>Whose split is shown</source>
        <translation>显示谁的划分</translation>
    </message>
    <message>
        <source>Propose split</source>
        <translation>建议划分</translation>
    </message>
    <message>
        <source>Deal all patients anew, so that every side has its share of tumour</source>
        <translation>重新分配所有患者，使每一侧都有相应份额的肿瘤</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Leave it to the program: one patient in five is validated on, there is no test</source>
        <translation>交给程序：五名患者中有一名用于验证，没有测试</translation>
    </message>
    <message>
        <source>Read every scan with its mask; slices and tumour show then</source>
        <translation>读取每个扫描及其掩膜；随后显示切片和肿瘤</translation>
    </message>
    <message>
        <source>%v of %m</source>
        <translation>%v/%m</translation>
    </message>
    <message>
        <source>Move to {side}</source>
        <translation>移到{side}</translation>
    </message>
    <message>
        <source>Bring the chosen patients here (Left and Right do the same)</source>
        <translation>将所选患者移到这里（左右方向键作用相同）</translation>
    </message>
    <message>
        <source>Open split…</source>
        <translation>打开划分…</translation>
    </message>
    <message>
        <source>Take a split that was saved</source>
        <translation>采用已保存的划分</translation>
    </message>
    <message>
        <source>Save split…</source>
        <translation>保存划分…</translation>
    </message>
    <message>
        <source>As a file for unet-core train --split</source>
        <translation>作为 unet-core train --split 的文件</translation>
    </message>
    <message>
        <source>Split of {dataset} – Slicewise</source>
        <translation>{dataset} 的划分 – Slicewise</translation>
    </message>
    <message>
        <source>This is the split of a run that has begun: it is shown as it was and stays so.</source>
        <translation>这是一个已开始的运行的划分：按原样显示，不再改变。</translation>
    </message>
    <message>
        <source>Automatic: the program keeps one patient in five aside for validation. To decide yourself, and to keep patients for a test, press Propose split or move a patient.</source>
        <translation>自动：程序从五名患者中留出一名用于验证。要自行决定并留出患者作测试，请按“建议划分”或移动一名患者。</translation>
    </message>
    <message>
        <source>The run going on</source>
        <translation>正在进行的运行</translation>
    </message>
    <message>
        <source>The next run</source>
        <translation>下一个运行</translation>
    </message>
    <message>
        <source>Run of {time} ({preset})</source>
        <translation>{time} 的运行（{preset}）</translation>
    </message>
    <message>
        <source>Open a split</source>
        <translation>打开划分</translation>
    </message>
    <message>
        <source>Split (*.json)</source>
        <translation>划分 (*.json)</translation>
    </message>
    <message>
        <source>Save the split</source>
        <translation>保存划分</translation>
    </message>
    <message>
        <source>Press Check pairs to see slices and tumour on every card.</source>
        <translation>按“检查配对”可在每张卡片上看到切片和肿瘤。</translation>
    </message>
    <message>
        <source>The split was changed so that all scans of one person are on one side.</source>
        <translation>划分已更改，使同一人的所有扫描都在同一侧。</translation>
    </message>
    <message>
        <source>The split is of another data set: it names none of these patients.</source>
        <translation>该划分属于另一个数据集：其中没有这些患者。</translation>
    </message>
    <message>
        <source>The split is in {file}.</source>
        <translation>划分保存在 {file}。</translation>
    </message>
    <message>
        <source>{patient}: {load}
Scans: {scans}</source>
        <translation>{patient}：{load}
扫描：{scans}</translation>
    </message>
    <message>
        <source>{patient}, {load}</source>
        <translation>{patient}，{load}</translation>
    </message>
    <message>
        <source>Patients: {side}</source>
        <translation>患者：{side}</translation>
    </message>
    <message>
        <source>Nobody learns yet.</source>
        <translation>尚无人用于学习。</translation>
    </message>
    <message>
        <source>Nobody yet. Drag patients here, or press Propose split.</source>
        <translation>尚无人。将患者拖到这里，或按“建议划分”。</translation>
    </message>
    <message>
        <source>Nobody yet. Patients kept here are scored once, at the very end.</source>
        <translation>尚无人。留在这里的患者在最后评分一次。</translation>
    </message>
    <message>
        <source>Not known: a scan is not checked yet, or its file has no scale.</source>
        <translation>未知：有扫描尚未检查，或其文件没有比例尺。</translation>
    </message>
    <message>
        <source>Drag patients to another side, or choose them and press Left or Right.</source>
        <translation>将患者拖到另一侧，或选中后按左右方向键。</translation>
    </message>
    <message>
        <source>Choose patients</source>
        <translation>选择患者</translation>
    </message>
    <message>
        <source>Check the pairs</source>
        <translation>检查配对</translation>
    </message>
    <message>
        <source>Plan the training</source>
        <translation>规划训练</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>Use the model</source>
        <translation>使用模型</translation>
    </message>
    <message>
        <source>Looking for scans and their masks…</source>
        <translation>正在查找扫描及其掩膜…</translation>
    </message>
    <message>
        <source>{patients} in {folder}</source>
        <translation>{folder} 中有 {patients}</translation>
    </message>
    <message>
        <source>No scan in {folder} finds its mask. Give a scan and its mask the same name or number.</source>
        <translation>{folder} 中没有扫描找到其掩膜。请给扫描及其掩膜相同的名称或编号。</translation>
    </message>
    <message>
        <source>Drop a folder with scans and masks anywhere on this window, or two folders at once: one with the scans, one with the masks.</source>
        <translation>将包含扫描和掩膜的文件夹拖到此窗口任意位置，或一次拖两个文件夹：一个是扫描，一个是掩膜。</translation>
    </message>
    <message>
        <source>Checked {done} of {total} pairs.</source>
        <translation>已检查 {total} 对中的 {done} 对。</translation>
    </message>
    <message>
        <source>Needs patients first.</source>
        <translation>首先需要患者。</translation>
    </message>
    <message>
        <source>Not checked again: there is a model.</source>
        <translation>未再检查：已有模型。</translation>
    </message>
    <message>
        <source>Reads every scan with its mask and says which do not fit each other.</source>
        <translation>读取每个扫描及其掩膜，指出哪些彼此不符。</translation>
    </message>
    <message>
        <source>{faulty} of {total} pairs cannot be used. The case table says why, and how to mend or leave them out.</source>
        <translation>{total} 对中有 {faulty} 对不能使用。病例表说明原因以及如何修复或排除。</translation>
    </message>
    <message>
        <source>Open case table</source>
        <translation>打开病例表</translation>
    </message>
    <message>
        <source>The pair is sound.</source>
        <translation>该配对正常。</translation>
    </message>
    <message>
        <source>All {total} pairs are sound.</source>
        <translation>全部 {total} 对均正常。</translation>
    </message>
    <message>
        <source>{verdict} Two scans may be of one person: the case table asks you under Persons.</source>
        <translation>{verdict} 有两个扫描可能属于同一人：病例表在“人员”中询问您。</translation>
    </message>
    <message>
        <source>Measuring your scans…</source>
        <translation>正在测量您的扫描…</translation>
    </message>
    <message>
        <source>The settings are those of the plan.</source>
        <translation>设置采用计划中的设置。</translation>
    </message>
    <message>
        <source>Behind you: there is a model.</source>
        <translation>已经过去：已有模型。</translation>
    </message>
    <message>
        <source>Passed over: the usual settings were taken.</source>
        <translation>已跳过：采用了通常的设置。</translation>
    </message>
    <message>
        <source>Needs pairs that are checked and sound.</source>
        <translation>需要已检查且正常的配对。</translation>
    </message>
    <message>
        <source>Passed over: the usual settings are taken.</source>
        <translation>已跳过：采用通常的设置。</translation>
    </message>
    <message>
        <source>The plan is ready: press Use this plan on its page.</source>
        <translation>计划已就绪：在其页面上按“使用此计划”。</translation>
    </message>
    <message>
        <source>Looks at your scans and proposes settings, each with its reason.</source>
        <translation>查看您的扫描并建议设置，每项都有理由。</translation>
    </message>
    <message>
        <source>Plan settings…</source>
        <translation>规划设置…</translation>
    </message>
    <message>
        <source>Trying everything on a few slices…</source>
        <translation>正在少量切片上全部试一遍…</translation>
    </message>
    <message>
        <source>Passed over.</source>
        <translation>已跳过。</translation>
    </message>
    <message>
        <source>Rehearse again</source>
        <translation>再次预演</translation>
    </message>
    <message>
        <source>A minute or two that show whether the long training will go well.</source>
        <translation>一两分钟即可看出长时间训练是否会顺利。</translation>
    </message>
    <message>
        <source>Pairs that cannot be used must be mended or left out first.</source>
        <translation>不能使用的配对必须先修复或排除。</translation>
    </message>
    <message>
        <source>The network learns from your outlines. You can keep reading meanwhile.</source>
        <translation>网络从您的轮廓中学习。期间您可以继续阅片。</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>See one patient</source>
        <translation>查看一名患者</translation>
    </message>
    <message>
        <source>Needs a trained model.</source>
        <translation>需要训练好的模型。</translation>
    </message>
    <message>
        <source>Needs the data set the model was trained on: choose it above.</source>
        <translation>需要该模型训练所用的数据集：请在上方选择。</translation>
    </message>
    <message>
        <source>Lets the model draw on {patient}, whom it has not learned from, and compares it with your outline.</source>
        <translation>让模型在 {patient}（未曾学习过）上勾画，并与您的轮廓比较。</translation>
    </message>
    <message>
        <source>Evaluate on one patient</source>
        <translation>在一名患者上评估</translation>
    </message>
    <message>
        <source>Drawing on {scan}…</source>
        <translation>正在 {scan} 上勾画…</translation>
    </message>
    <message>
        <source>The model has drawn its mask on {scan}. It is a proposal: look at every slice before you rely on it.</source>
        <translation>模型已在 {scan} 上画出掩膜。这只是建议：采信之前请查看每个切片。</translation>
    </message>
    <message>
        <source>Lets the model draw its mask on {scan}, which is open.</source>
        <translation>让模型在已打开的 {scan} 上画掩膜。</translation>
    </message>
    <message>
        <source>Open a scan that the model has never seen; it draws its mask there.</source>
        <translation>打开模型从未见过的扫描；它会在那里画掩膜。</translation>
    </message>
    <message>
        <source>Open scan…</source>
        <translation>打开扫描…</translation>
    </message>
    <message>
        <source>Building the surface for {file}.</source>
        <translation>正在为 {file} 构建表面。</translation>
    </message>
    <message>
        <source>{name} was saved: {count} triangles, read back whole.</source>
        <translation>{name} 已保存：{count} 个三角形，已完整回读。</translation>
    </message>
    <message>
        <source>STL, for 3D printing and planning (*.stl)</source>
        <translation>STL，用于 3D 打印和规划 (*.stl)</translation>
    </message>
    <message>
        <source>PLY, with the labels&apos; colours (*.ply)</source>
        <translation>PLY，带标签颜色 (*.ply)</translation>
    </message>
    <message>
        <source>In mm and in the scan&apos;s own coordinates (LPS); smoothed, in full detail. Nothing in the file says who the patient is.</source>
        <translation>单位 mm，采用扫描自身坐标 (LPS)；经平滑，保留全部细节。文件中没有任何内容说明患者是谁。</translation>
    </message>
    <message>
        <source>{label}, of {mask}</source>
        <translation>{label}，来自 {mask}</translation>
    </message>
    <message>
        <source>All labels, of {mask}</source>
        <translation>所有标签，来自 {mask}</translation>
    </message>
    <message>
        <source>Export a surface</source>
        <translation>导出表面</translation>
    </message>
    <message>
        <source>Surface of:</source>
        <translation>表面：</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Choose a measurement first.</source>
        <translation>请先选择一个测量。</translation>
    </message>
    <message>
        <source>Open or predict a mask with a tumour label first.</source>
        <translation>请先打开或预测带肿瘤标签的掩膜。</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>注释的文字</translation>
    </message>
    <message>
        <source>Note, then Enter</source>
        <translation>输入注释，然后按 Enter</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>值得注意</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>开始时</translation>
    </message>
    <message>
        <source>Point at this epoch in the curves.</source>
        <translation>在曲线中指出这一轮。</translation>
    </message>
    <message>
        <source>This training goes on without the window; what it does is shown here.</source>
        <translation>此训练在没有窗口的情况下继续；其进展显示在这里。</translation>
    </message>
    <message>
        <source>No mask of {case} is at hand. The next round brings one, if this patient is pinned in the large curves.</source>
        <translation>目前没有 {case} 的掩膜。若该患者已固定在大曲线中，下一轮会生成一个。</translation>
    </message>
    <message>
        <source>The scan of {case} is no longer in the data set of this run; put it back where it was.</source>
        <translation>{case} 的扫描已不在此运行的数据集中；请将其放回原处。</translation>
    </message>
    <message>
        <source>{scan} has another size than {case} had in training; open the scan that was learned from.</source>
        <translation>{scan} 的大小与训练时的 {case} 不同；请打开用于学习的扫描。</translation>
    </message>
    <message>
        <source>epoch {epoch} prediction</source>
        <translation>第 {epoch} 轮预测</translation>
    </message>
    <message>
        <source>{run} kept no mask of {case}; pin this patient while it learns.</source>
        <translation>{run} 没有保留 {case} 的掩膜；请在学习期间固定该患者。</translation>
    </message>
    <message>
        <source>No mask of epoch {epoch} was kept: that of epoch {kept} is shown.</source>
        <translation>没有保留第 {epoch} 轮的掩膜：显示的是第 {kept} 轮的。</translation>
    </message>
    <message>
        <source>Only one mask near these epochs was kept.</source>
        <translation>这些轮次附近只保留了一个掩膜。</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>{run}, epoch {epoch}</source>
        <translation>{run}，第 {epoch} 轮</translation>
    </message>
    <message>
        <source>{case}: epoch {epoch} against the reference</source>
        <translation>{case}：第 {epoch} 轮对比参考</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>The learning rate rises again to half of what it was and falls once more. The best model is replaced only by a better one.</source>
        <translation>学习率重新升到原来的一半，然后再次下降。最佳模型只会被更好的替换。</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1 轮</translation>
    </message>
    <message>
        <source>{rounds} rounds</source>
        <translation>{rounds} 轮</translation>
    </message>
    <message>
        <source>Let the {preset} run of {rounds} learn for longer:</source>
        <translation>让 {rounds} 的 {preset} 运行学习更久：</translation>
    </message>
    <message>
        <source>Let the {preset} run of {rounds} (best mean Dice {best:.2f}) learn for longer:</source>
        <translation>让 {rounds} 的 {preset} 运行（最佳平均 Dice {best:.2f}）学习更久：</translation>
    </message>
    <message>
        <source>Show curves</source>
        <translation>显示曲线</translation>
    </message>
    <message>
        <source>Lay the curves of the runs chosen over each other</source>
        <translation>将所选运行的曲线叠在一起</translation>
    </message>
    <message>
        <source>Use model</source>
        <translation>使用模型</translation>
    </message>
    <message>
        <source>Predict with the best model of this run</source>
        <translation>用此运行的最佳模型预测</translation>
    </message>
    <message>
        <source>Go on with this run where it was left</source>
        <translation>从停下处继续此运行</translation>
    </message>
    <message>
        <source>Let this run learn for some rounds or minutes more</source>
        <translation>让此运行再学习若干轮或若干分钟</translation>
    </message>
    <message>
        <source>Set up alike</source>
        <translation>同样设置</translation>
    </message>
    <message>
        <source>Fill the Train panel with the settings of this run, to start another like it</source>
        <translation>用此运行的设置填充“训练”面板，以启动类似的运行</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>划分…</translation>
    </message>
    <message>
        <source>Show whom this run learns from, and whom it is validated and tested on</source>
        <translation>显示此运行从谁学习，用谁验证和测试</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Let these runs wait for their turn to go on</source>
        <translation>让这些运行排队等待继续</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give this run a name; its folder keeps its own</source>
        <translation>给此运行命名；其文件夹名不变</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Write a report on this run, to read or print</source>
        <translation>写一份关于此运行的报告，供阅读或打印</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show the files of this run</source>
        <translation>显示此运行的文件</translation>
    </message>
    <message>
        <source>Move these runs to the trash, from where they can be brought back</source>
        <translation>将这些运行移到回收站，可从那里恢复</translation>
    </message>
    <message>
        <source>Let this training wait for its turn, as for the night, instead of starting it now</source>
        <translation>让此训练排队等待（例如夜间），而不是现在启动</translation>
    </message>
    <message>
        <source>All runs…</source>
        <translation>所有运行…</translation>
    </message>
    <message>
        <source>Every run with its settings and scores, and the queue for the night</source>
        <translation>每个运行及其设置和评分，以及夜间队列</translation>
    </message>
    <message>
        <source>The queue was cut off; start it again under All runs.</source>
        <translation>队列被中断；请在“所有运行”中重新启动。</translation>
    </message>
    <message>
        <source>The queue is at its last run.</source>
        <translation>队列正在进行最后一个运行。</translation>
    </message>
    <message>
        <source>1 run waits in the queue.</source>
        <translation>1 个运行在队列中等待。</translation>
    </message>
    <message>
        <source>{count} runs wait in the queue.</source>
        <translation>{count} 个运行在队列中等待。</translation>
    </message>
    <message>
        <source>1 run waits in the queue, which is not started.</source>
        <translation>1 个运行在队列中等待，队列尚未启动。</translation>
    </message>
    <message>
        <source>{count} runs wait in the queue, which is not started.</source>
        <translation>{count} 个运行在队列中等待，队列尚未启动。</translation>
    </message>
    <message>
        <source>About {span}, and one run of unknown length.</source>
        <translation>约 {span}，另有一个时长未知的运行。</translation>
    </message>
    <message>
        <source>About {span}, and {count} runs of unknown length.</source>
        <translation>约 {span}，另有 {count} 个时长未知的运行。</translation>
    </message>
    <message>
        <source>About {span} in all.</source>
        <translation>共约 {span}。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Keep best</source>
        <translation>保留最佳</translation>
    </message>
    <message>
        <source>Use its best model for prediction; do not train on.</source>
        <translation>用其最佳模型预测；不再训练。</translation>
    </message>
    <message>
        <source>Measures your scans and proposes settings, each with its reason.</source>
        <translation>测量您的扫描并建议设置，每项都有理由。</translation>
    </message>
    <message>
        <source>Stop measuring; nothing changes.</source>
        <translation>停止测量；没有任何更改。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>{doing} ({done} of {total})</source>
        <translation>{doing}（{done}/{total}）</translation>
    </message>
    <message>
        <source>The plan is ready.</source>
        <translation>计划已就绪。</translation>
    </message>
    <message>
        <source>The settings below are those of the plan.</source>
        <translation>下面的设置来自计划。</translation>
    </message>
    <message>
        <source>The plan was saved.</source>
        <translation>计划已保存。</translation>
    </message>
    <message>
        <source>Plan for {dataset}</source>
        <translation>{dataset} 的计划</translation>
    </message>
    <message>
        <source>The plan and its reasons</source>
        <translation>计划及其理由</translation>
    </message>
    <message>
        <source>Use this plan</source>
        <translation>使用此计划</translation>
    </message>
    <message>
        <source>Fill the settings with those of the plan.</source>
        <translation>用计划的设置填充。</translation>
    </message>
    <message>
        <source>As a file for unet-core train --plan.</source>
        <translation>作为 unet-core train --plan 的文件。</translation>
    </message>
    <message>
        <source>More patients?…</source>
        <translation>更多患者？…</translation>
    </message>
    <message>
        <source>Use this plan, and measure with its settings whether more patients would help.</source>
        <translation>使用此计划，并按其设置测量更多患者是否有帮助。</translation>
    </message>
    <message>
        <source>Web page, one file (*.html)</source>
        <translation>网页，单个文件 (*.html)</translation>
    </message>
    <message>
        <source>PDF, for printing (*.pdf)</source>
        <translation>PDF，用于打印 (*.pdf)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>How far the report is</source>
        <translation>报告进度</translation>
    </message>
    <message>
        <source>Patients are numbered in it, not named, and it says nothing of folders. Still look it through before you hand it on: it shows slices of scans.</source>
        <translation>其中患者以编号而非姓名表示，也不提及文件夹。转交前仍请通读：它显示扫描的切片。</translation>
    </message>
    <message>
        <source>Which case is which</source>
        <translation>病例对照</translation>
    </message>
    <message>
        <source>Show the names behind the numbers, on this screen alone</source>
        <translation>显示编号对应的名称，仅在此屏幕上</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>In your web browser or PDF reader</source>
        <translation>在您的网络浏览器或 PDF 阅读器中</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>正在写入 {file}…</translation>
    </message>
    <message>
        <source>Names behind the numbers</source>
        <translation>编号对应的名称</translation>
    </message>
    <message>
        <source>In the report</source>
        <translation>报告中</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keep the settings as they are.</source>
        <translation>保持设置不变。</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Ready: everything worked on a few slices</source>
        <translation>就绪：在少量切片上一切正常</translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <translation>尚未就绪</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Rehearsing on a few slices…</source>
        <translation>正在少量切片上预演…</translation>
    </message>
    <message>
        <source>Stopping at the end of this batch…</source>
        <translation>将在此批次结束时停止…</translation>
    </message>
    <message>
        <source>The whole run: {rounds} of {each}, {whole} in all</source>
        <translation>整个运行：{rounds}，每轮 {each}，共 {whole}</translation>
    </message>
    <message>
        <source>{memory:.1f} GB of memory</source>
        <translation>{memory:.1f} GB 内存</translation>
    </message>
    <message>
        <source>{disk:,.0f} MB on disk</source>
        <translation>{disk:,.0f} MB 磁盘</translation>
    </message>
    <message>
        <source>Finds the liver, then looks for tumours inside it, close up. The best masks: set a time limit, a quarter of an hour or a night.</source>
        <translation>先找到肝脏，再在其中近看寻找肿瘤。掩膜最好：请设置时间限制，一刻钟或一夜。</translation>
    </message>
    <message>
        <source>Liver and tumour at 128 pixels, few rounds. To see within minutes that data and masks fit together.</source>
        <translation>128 像素的肝脏和肿瘤，轮次少。几分钟内即可看出数据和掩膜是否匹配。</translation>
    </message>
    <message>
        <source>The tutorial&apos;s network and settings: tumour only, binary cross-entropy, mirrored pictures. To compare with it.</source>
        <translation>教程中的网络和设置：仅肿瘤、二元交叉熵、镜像图像。用于对比。</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时间限制</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>has no data set yet</source>
        <translation>尚无数据集</translation>
    </message>
    <message>
        <source>choose its folder above</source>
        <translation>请在上方选择其文件夹</translation>
    </message>
    <message>
        <source>Looking for scans and masks…</source>
        <translation>正在查找扫描和掩膜…</translation>
    </message>
    <message>
        <source>1 pair of scan and mask.</source>
        <translation>1 对扫描和掩膜。</translation>
    </message>
    <message>
        <source>{pairs} pairs of scan and mask.</source>
        <translation>{pairs} 对扫描和掩膜。</translation>
    </message>
    <message>
        <source>The settings are those of another run ({preset}).</source>
        <translation>设置来自另一个运行（{preset}）。</translation>
    </message>
    <message>
        <source>Folder with scans and their masks</source>
        <translation>包含扫描及其掩膜的文件夹</translation>
    </message>
    <message>
        <source>from the plan</source>
        <translation>来自计划</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Ends on time, learning rate and all; 0 sets no limit.</source>
        <translation>准时结束，包括学习率；0 表示不限制。</translation>
    </message>
    <message>
        <source>Who is validated on</source>
        <translation>用谁验证</translation>
    </message>
    <message>
        <source>Split board</source>
        <translation>划分板</translation>
    </message>
    <message>
        <source>Patients kept aside: never learned from, scored after every round.</source>
        <translation>留出的患者：从不用于学习，每轮后评分。</translation>
    </message>
    <message>
        <source>Split board…</source>
        <translation>划分板…</translation>
    </message>
    <message>
        <source>Choose who is learned from, who is validated on and who is the test</source>
        <translation>选择从谁学习、用谁验证、谁作测试</translation>
    </message>
    <message>
        <source>Folder with scans and masks</source>
        <translation>包含扫描和掩膜的文件夹</translation>
    </message>
    <message>
        <source>Choose the data set above first.</source>
        <translation>请先在上方选择数据集。</translation>
    </message>
    <message>
        <source>The settings come from the plan for {dataset}. Plan again if you change the data set or the time limit.</source>
        <translation>设置来自 {dataset} 的计划。更改数据集或时间限制后请重新规划。</translation>
    </message>
    <message>
        <source>Learning from {scans}; validating on {patients}.</source>
        <translation>从 {scans} 学习；用 {patients} 验证。</translation>
    </message>
    <message>
        <source>1 scan ({scan})</source>
        <translation>1 个扫描（{scan}）</translation>
    </message>
    <message>
        <source>{scans} scans</source>
        <translation>{scans} 个扫描</translation>
    </message>
    <message>
        <source>One patient in five is kept aside, found automatically; no patient is kept for a test.</source>
        <translation>自动从五名患者中留出一名；没有患者留作测试。</translation>
    </message>
    <message>
        <source>Scans: {train} to learn from, {validation} to validate on, none for the test.</source>
        <translation>扫描：{train} 个学习，{validation} 个验证，没有测试。</translation>
    </message>
    <message>
        <source>Scans: {train} to learn from, {validation} to validate on, {test} for the test.</source>
        <translation>扫描：{train} 个学习，{validation} 个验证，{test} 个测试。</translation>
    </message>
    <message>
        <source>Start from a model…</source>
        <translation>从模型开始…</translation>
    </message>
    <message>
        <source>Go on teaching a trained model with these patients, instead of an empty network.</source>
        <translation>用这些患者继续教一个训练好的模型，而不是空网络。</translation>
    </message>
    <message>
        <source>Begin with an empty network instead.</source>
        <translation>改为从空网络开始。</translation>
    </message>
    <message>
        <source>Begins with the weights and settings of {run}, at a tenth of the learning rate. That model stays as it is.</source>
        <translation>从 {run} 的权重和设置开始，学习率为其十分之一。该模型保持不变。</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>Slicewise models (*.safetensors)</source>
        <translation>Slicewise 模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>all rounds are done</source>
        <translation>所有轮次已完成</translation>
    </message>
    <message>
        <source>no more gain</source>
        <translation>不再有改善</translation>
    </message>
    <message>
        <source>the time is up</source>
        <translation>时间到</translation>
    </message>
    <message>
        <source>Training of {moment} ({preset}) was interrupted {where}.</source>
        <translation>{moment} 的训练（{preset}）{where}中断。</translation>
    </message>
    <message>
        <source>Training of {moment} ({preset}) was stopped {where}.</source>
        <translation>{moment} 的训练（{preset}）{where}停止。</translation>
    </message>
    <message>
        <source>Training of {moment} ({preset}) failed {where}.</source>
        <translation>{moment} 的训练（{preset}）{where}失败。</translation>
    </message>
    <message>
        <source>{epoch} · batch {batch} of {batches}</source>
        <translation>{epoch} · 批次 {batch}/{batches}</translation>
    </message>
    <message>
        <source>Starting the training process…</source>
        <translation>正在启动训练进程…</translation>
    </message>
    <message>
        <source>Learning from the first slices…</source>
        <translation>正在从最初的切片学习…</translation>
    </message>
    <message>
        <source>{images:.3g} images/s</source>
        <translation>{images:.3g} 图像/秒</translation>
    </message>
    <message>
        <source>{speed} · estimating the time left…</source>
        <translation>{speed} · 正在估计剩余时间…</translation>
    </message>
    <message>
        <source>{speed} · {time} left</source>
        <translation>{speed} · 剩余 {time}</translation>
    </message>
    <message>
        <source>Finished after epoch {last}: {reason}; {best} kept.</source>
        <translation>第 {last} 轮后结束：{reason}；保留 {best}。</translation>
    </message>
    <message>
        <source>Stopped before the end of the first round; there is no model yet.</source>
        <translation>在第一轮结束前停止；尚无模型。</translation>
    </message>
    <message>
        <source>Stopped after epoch {last}; {best} kept.</source>
        <translation>第 {last} 轮后停止；保留 {best}。</translation>
    </message>
    <message>
        <source>Ended after epoch {last}; {best} kept.</source>
        <translation>第 {last} 轮后终止；保留 {best}。</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {total}</source>
        <translation>第 {epoch} 轮，共 {total} 轮</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>best model (epoch {epoch}, mean Dice {score:.2f})</source>
        <translation>最佳模型（第 {epoch} 轮，平均 Dice {score:.2f}）</translation>
    </message>
    <message>
        <source>before the end of its first round</source>
        <translation>在第一轮结束之前</translation>
    </message>
    <message>
        <source>after epoch {done} of {total}</source>
        <translation>在第 {done} 轮之后（共 {total} 轮）</translation>
    </message>
    <message>
        <source>after epoch {done}</source>
        <translation>在第 {done} 轮之后</translation>
    </message>
    <message>
        <source>Training of {moment} ({preset}) ended {where}.</source>
        <translation>{moment} 的训练（{preset}）{where}结束。</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>未知时间</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Preparing: {done} of {total}</source>
        <translation>正在准备：{done}/{total}</translation>
    </message>
    <message>
        <source>Try everything on a few slices first: a minute or two that show whether the training will go well, and what it will take.</source>
        <translation>先在少量切片上全部试一遍：一两分钟即可看出训练是否顺利以及需要什么。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Hold the training; the computer is free meanwhile.</source>
        <translation>暂停训练；期间计算机空闲。</translation>
    </message>
    <message>
        <source>End the training; the best model so far is kept.</source>
        <translation>结束训练；保留迄今最佳模型。</translation>
    </message>
    <message>
        <source>Large curves…</source>
        <translation>大幅曲线…</translation>
    </message>
    <message>
        <source>Curves in a window of their own, and what the network drew in each epoch.</source>
        <translation>在单独窗口中的曲线，以及网络每一轮画出的结果。</translation>
    </message>
    <message>
        <source>Click a slice to go there. Outside this window a run keeps masks only of patients who are pinned in the large curves.</source>
        <translation>点击切片可转到该处。在此窗口之外，运行只为固定在大曲线中的患者保留掩膜。</translation>
    </message>
    <message>
        <source>Train more…</source>
        <translation>继续训练…</translation>
    </message>
    <message>
        <source>Let the newest run, which has ended, learn for some rounds or minutes more.</source>
        <translation>让已结束的最新运行再学习若干轮或若干分钟。</translation>
    </message>
    <message>
        <source>Paused; nothing is lost.</source>
        <translation>已暂停；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The validation patient whose slices are shown.</source>
        <translation>显示其切片的验证患者。</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Keep what the network draws of this patient after every epoch, to be looked at.</source>
        <translation>保留网络每轮之后在该患者上画出的结果，以便查看。</translation>
    </message>
    <message>
        <source>The region of the heat map, and of runs side by side.</source>
        <translation>热图以及并排运行所用的区域。</translation>
    </message>
    <message>
        <source>Scores of each slice come with every round.</source>
        <translation>每个切片的评分随每轮出现。</translation>
    </message>
    <message>
        <source>Nothing noticed so far.</source>
        <translation>迄今没有值得注意的情况。</translation>
    </message>
    <message>
        <source>Validation patient</source>
        <translation>验证患者</translation>
    </message>
    <message>
        <source>Notes on this run</source>
        <translation>关于此运行的备注</translation>
    </message>
    <message>
        <source>{case}, epoch {epoch}</source>
        <translation>{case}，第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Click a slice to see its mask.</source>
        <translation>点击切片查看其掩膜。</translation>
    </message>
    <message>
        <source>Click a slice to see its mask. Thin line: the epoch before.</source>
        <translation>点击切片查看其掩膜。细线：上一轮。</translation>
    </message>
    <message>
        <source>{most} and {last}</source>
        <translation>{most} 和 {last}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{fault}; {remedy}.</source>
        <translation>{fault}；{remedy}。</translation>
    </message>
    <message>
        <source>{subject} {fault}</source>
        <translation>{subject} {fault}</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({kind}). What is saved on disk is untouched; if it happens again, close Slicewise and start it anew.</source>
        <translation>发生了不应发生的问题（{kind}）。已保存到磁盘的内容未受影响；若再次发生，请关闭 Slicewise 并重新启动。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可撤回的内容。</translation>
    </message>
    <message>
        <source>Nothing was taken back that could be made again.</source>
        <translation>没有撤回过可以重做的内容。</translation>
    </message>
    <message>
        <source>&amp;Undo {change}</source>
        <translation>撤销(&amp;U) {change}</translation>
    </message>
    <message>
        <source>&amp;Redo {change}</source>
        <translation>重做(&amp;R) {change}</translation>
    </message>
    <message>
        <source>prediction only</source>
        <translation>仅预测</translation>
    </message>
    <message>
        <source>reference only</source>
        <translation>仅参考</translation>
    </message>
    <message>
        <source>tilted {tilt:.0f}°</source>
        <translation>倾斜 {tilt:.0f}°</translation>
    </message>
    <message>
        <source>orientation unknown</source>
        <translation>方位未知</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>{spacing} mm</source>
        <translation>{spacing} mm</translation>
    </message>
    <message>
        <source>unknown: no lengths or volumes</source>
        <translation>未知：没有长度或体积</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>方位</translation>
    </message>
    <message>
        <source>unknown: no letters at the edges</source>
        <translation>未知：边缘没有字母</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>grey values, not HU</source>
        <translation>灰度值，非 HU</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>holds no label: the mask is empty</source>
        <translation>不含标签：掩膜为空</translation>
    </message>
    <message>
        <source>label {value}</source>
        <translation>标签 {value}</translation>
    </message>
    <message>
        <source>{ml:,.1f} ml</source>
        <translation>{ml:,.1f} ml</translation>
    </message>
    <message>
        <source>At the end, begin again</source>
        <translation>到末尾后从头开始</translation>
    </message>
    <message>
        <source>At the end, turn round</source>
        <translation>到末尾后折返</translation>
    </message>
    <message>
        <source>Playing &amp;speed</source>
        <translation>播放速度(&amp;S)</translation>
    </message>
    <message>
        <source>{pace} slices a second</source>
        <translation>每秒 {pace} 个切片</translation>
    </message>
    <message>
        <source>{first} and {second} are of different patients.</source>
        <translation>{first} 和 {second} 属于不同患者。</translation>
    </message>
    <message>
        <source>{first} and {second} have different frames of reference: the same position in mm is not the same place in the patient.</source>
        <translation>{first} 和 {second} 的参考坐标系不同：相同的 mm 位置不是患者的同一处。</translation>
    </message>
    <message>
        <source>{volume} has no scale, so that its slices have no position in mm.</source>
        <translation>{volume} 没有比例尺，因此其切片没有 mm 位置。</translation>
    </message>
    <message>
        <source>{volume} does not say which way the patient lies.</source>
        <translation>{volume} 没有说明患者的方位。</translation>
    </message>
    <message>
        <source>{first} and {second} share no part of the patient.</source>
        <translation>{first} 和 {second} 没有患者的共同部分。</translation>
    </message>
    <message>
        <source>in both (TP)</source>
        <translation>两者都有 (TP)</translation>
    </message>
    <message>
        <source>both (TP)</source>
        <translation>两者 (TP)</translation>
    </message>
    <message>
        <source>only in prediction (FP)</source>
        <translation>仅预测有 (FP)</translation>
    </message>
    <message>
        <source>extra (FP)</source>
        <translation>多余 (FP)</translation>
    </message>
    <message>
        <source>only in reference (FN)</source>
        <translation>仅参考有 (FN)</translation>
    </message>
    <message>
        <source>missed (FN)</source>
        <translation>遗漏 (FN)</translation>
    </message>
    <message>
        <source>edge of both</source>
        <translation>两者的边缘</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>edge of the prediction</source>
        <translation>预测的边缘</translation>
    </message>
    <message>
        <source>in both</source>
        <translation>两者都有</translation>
    </message>
    <message>
        <source>only in {mask}</source>
        <translation>仅 {mask} 有</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>pred.</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>edge of the reference</source>
        <translation>参考的边缘</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>ref.</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Masks are hidden (G)</source>
        <translation>掩膜已隐藏 (G)</translation>
    </message>
    <message>
        <source>hidden (G)</source>
        <translation>已隐藏 (G)</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Dice, this slice: {dice}</source>
        <translation>Dice，此切片：{dice}</translation>
    </message>
    <message>
        <source>slice Dice {dice}</source>
        <translation>切片 Dice {dice}</translation>
    </message>
    <message>
        <source>Dice, whole case: {dice}</source>
        <translation>Dice，整个病例：{dice}</translation>
    </message>
    <message>
        <source>case Dice {dice}</source>
        <translation>病例 Dice {dice}</translation>
    </message>
    <message>
        <source>slice {slice}: {values}</source>
        <translation>切片 {slice}：{values}</translation>
    </message>
    <message>
        <source>{region} {dice} (only in reference)</source>
        <translation>{region} {dice}（仅参考有）</translation>
    </message>
    <message>
        <source>{region} {dice} (only in prediction)</source>
        <translation>{region} {dice}（仅预测有）</translation>
    </message>
    <message>
        <source>Dice over the slices</source>
        <translation>各切片的 Dice</translation>
    </message>
    <message>
        <source>Dice of every slice</source>
        <translation>每个切片的 Dice</translation>
    </message>
    <message>
        <source>case Dice</source>
        <translation>病例 Dice</translation>
    </message>
    <message>
        <source>Dice per slice: counting…</source>
        <translation>每切片 Dice：正在统计…</translation>
    </message>
    <message>
        <source>Dice per slice: {title}</source>
        <translation>每切片 Dice：{title}</translation>
    </message>
    <message>
        <source>Dice per slice</source>
        <translation>每切片 Dice</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>next or previous slice</source>
        <translation>下一个或上一个切片</translation>
    </message>
    <message>
        <source>Click or drag</source>
        <translation>点击或拖动</translation>
    </message>
    <message>
        <source>move the crosshair in all views, or use the tool chosen</source>
        <translation>在所有视图中移动十字线，或使用所选工具</translation>
    </message>
    <message>
        <source>Shift + move</source>
        <translation>Shift + 移动</translation>
    </message>
    <message>
        <source>the crosshair follows the pointer in all views</source>
        <translation>十字线在所有视图中跟随指针</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + 滚轮</translation>
    </message>
    <message>
        <source>right drag</source>
        <translation>右键拖动</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>中键拖动</translation>
    </message>
    <message>
        <source>Shift + drag</source>
        <translation>Shift + 拖动</translation>
    </message>
    <message>
        <source>move the picture</source>
        <translation>移动图像</translation>
    </message>
    <message>
        <source>Ctrl + drag</source>
        <translation>Ctrl + 拖动</translation>
    </message>
    <message>
        <source>window from a region: brightness and contrast that suit it</source>
        <translation>由区域确定窗：适合该区域的亮度和对比度</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>one view alone, and back</source>
        <translation>单独显示一个视图，再次恢复</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>右键点击</translation>
    </message>
    <message>
        <source>window presets and how the view is drawn</source>
        <translation>窗预设以及视图的绘制方式</translation>
    </message>
    <message>
        <source>next slice; with Shift five at once</source>
        <translation>下一个切片；按住 Shift 一次五个</translation>
    </message>
    <message>
        <source>slice before; with Shift five at once</source>
        <translation>上一个切片；按住 Shift 一次五个</translation>
    </message>
    <message>
        <source>first slice</source>
        <translation>第一个切片</translation>
    </message>
    <message>
        <source>last slice</source>
        <translation>最后一个切片</translation>
    </message>
    <message>
        <source>move the crosshair within the slice; with Shift five voxels at once</source>
        <translation>在切片内移动十字线；按住 Shift 一次五个体素</translation>
    </message>
    <message>
        <source>zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>fit the slice into its view</source>
        <translation>使切片适应其视图</translation>
    </message>
    <message>
        <source>masks fainter</source>
        <translation>掩膜变淡</translation>
    </message>
    <message>
        <source>masks stronger</source>
        <translation>掩膜变浓</translation>
    </message>
    <message>
        <source>crosshair shown or hidden in this view</source>
        <translation>在此视图中显示或隐藏十字线</translation>
    </message>
    <message>
        <source>this view alone, and back</source>
        <translation>单独显示此视图，再次恢复</translation>
    </message>
    <message>
        <source>next or previous lesion of the mask</source>
        <translation>掩膜的下一个或上一个病灶</translation>
    </message>
    <message>
        <source>put the tool away, or what is half drawn</source>
        <translation>收起工具，或取消画到一半的内容</translation>
    </message>
    <message>
        <source>the tool before this one</source>
        <translation>前一个工具</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>turn the surfaces</source>
        <translation>旋转表面</translation>
    </message>
    <message>
        <source>move the surfaces</source>
        <translation>移动表面</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>the crosshair goes to that place of the surface</source>
        <translation>十字线转到表面上的该处</translation>
    </message>
    <message>
        <source>zoom in or out</source>
        <translation>放大或缩小</translation>
    </message>
    <message>
        <source>look from the front, the back, the patient&apos;s left or right, the head or the feet</source>
        <translation>从前、后、患者左侧或右侧、头侧或足侧观看</translation>
    </message>
    <message>
        <source>see all from the front</source>
        <translation>从前方看到全部</translation>
    </message>
    <message>
        <source>how the slices are shown among the surfaces</source>
        <translation>切片如何显示在表面之间</translation>
    </message>
    <message>
        <source>Histogram of the scan with the grey window</source>
        <translation>带灰度窗的扫描直方图</translation>
    </message>
    <message>
        <source>Drag an edge, or the window itself; wheel: closer; double-click: all of it</source>
        <translation>拖动边缘或窗本身；滚轮：放大；双击：全部</translation>
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
        <translation>角度未知（无比例尺）</translation>
    </message>
    <message>
        <source>no angle</source>
        <translation>无角度</translation>
    </message>
    <message>
        <source>no pixel inside</source>
        <translation>其中没有像素</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Mean {mean:.1f}  SD {sd} {unit}</source>
        <translation>均值 {mean:.1f}  SD {sd} {unit}</translation>
    </message>
    <message>
        <source>Min {low:.4g}  Max {high:.4g} {unit}</source>
        <translation>最小 {low:.4g}  最大 {high:.4g} {unit}</translation>
    </message>
    <message>
        <source>{area}  {count:,} pixels</source>
        <translation>{area}  {count:,} 像素</translation>
    </message>
    <message>
        <source>second scan: nothing here</source>
        <translation>第二个扫描：此处没有</translation>
    </message>
    <message>
        <source>second scan: {value:.6g} HU</source>
        <translation>第二个扫描：{value:.6g} HU</translation>
    </message>
    <message>
        <source>second scan: grey {value:.6g}</source>
        <translation>第二个扫描：灰度 {value:.6g}</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>矢状面</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>冠状面</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>腹部</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝脏</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>脑</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>纵隔</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>卒中</translation>
    </message>
    <message>
        <source>voxel {i}, {j}, {k}</source>
        <translation>体素 {i}, {j}, {k}</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>grey {value:.6g}</source>
        <translation>灰度 {value:.6g}</translation>
    </message>
    <message>
        <source>{side_text} mm</source>
        <translation>{side_text} mm</translation>
    </message>
    <message>
        <source>Plane shown side by side</source>
        <translation>并排显示的平面</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已链接</translation>
    </message>
    <message>
        <source>Share of the second scan over the first</source>
        <translation>第二个扫描叠加在第一个上的比例</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Close second scan</source>
        <translation>关闭第二个扫描</translation>
    </message>
    <message>
        <source>Put the second scan away</source>
        <translation>收起第二个扫描</translation>
    </message>
    <message>
        <source>Move both by the same mm, from where each stands now</source>
        <translation>从各自当前位置起，两者移动相同的 mm</translation>
    </message>
    <message>
        <source>Keep both at the same place of the patient</source>
        <translation>使两者保持在患者的同一位置</translation>
    </message>
    <message>
        <source>Blend over the open scan: left none of the second, right nothing but it</source>
        <translation>叠加混合在已打开的扫描上：最左不显示第二个，最右只显示第二个</translation>
    </message>
    <message>
        <source>Show the second scan in place of the first, or back (T)</source>
        <translation>用第二个扫描替换显示第一个，或切换回来 (T)</translation>
    </message>
    <message>
        <source>{scan} ends before this place: its nearest slice is shown.</source>
        <translation>{scan} 在此位置之前就结束了：显示其最近的切片。</translation>
    </message>
    <message>
        <source>They move together from where you linked them.</source>
        <translation>它们从您链接时的位置起一起移动。</translation>
    </message>
    <message>
        <source>A second scan is shown here, at the same place of the patient: an earlier examination, or another phase.</source>
        <translation>第二个扫描显示在这里，位于患者的同一位置：较早的检查或另一个期相。</translation>
    </message>
    <message>
        <source>Open second scan…</source>
        <translation>打开第二个扫描…</translation>
    </message>
    <message>
        <source>{plane} slice</source>
        <translation>{plane}切片</translation>
    </message>
    <message>
        <source>Stop here (K)</source>
        <translation>停在这里 (K)</translation>
    </message>
    <message>
        <source>Play the slices (K); right-click for the pace</source>
        <translation>播放切片 (K)；右键选择速度</translation>
    </message>
    <message>
        <source>Play {plane} slices</source>
        <translation>播放{plane}切片</translation>
    </message>
    <message>
        <source>slice {position} of {slices}</source>
        <translation>切片 {position}/{slices}</translation>
    </message>
    <message>
        <source>Open a CT: File &gt; Open, or drop files here.

None at hand? File &gt; Open demo patients makes some.</source>
        <translation>打开 CT：文件 &gt; 打开，或将文件拖到这里。

手头没有？文件 &gt; 打开演示患者 会生成一些。</translation>
    </message>
    <message>
        <source>the case</source>
        <translation>病例</translation>
    </message>
    <message>
        <source>Surfaces of the masks appear here.</source>
        <translation>掩膜的表面显示在这里。</translation>
    </message>
    <message>
        <source>Surfaces of the masks appear here.

Open a mask, or predict one.</source>
        <translation>掩膜的表面显示在这里。

请打开或预测一个掩膜。</translation>
    </message>
    <message>
        <source>Building the surfaces…</source>
        <translation>正在构建表面…</translation>
    </message>
    <message>
        <source>The masks hold no label: there is no surface to show.</source>
        <translation>掩膜不含标签：没有可显示的表面。</translation>
    </message>
    <message>
        <source>Voxel size unknown</source>
        <translation>体素大小未知</translation>
    </message>
    <message>
        <source>Surfaces of the masks</source>
        <translation>掩膜的表面</translation>
    </message>
    <message>
        <source>Building surfaces: {done} of {count}</source>
        <translation>正在构建表面：{done}/{count}</translation>
    </message>
    <message>
        <source>The 3D view needs OpenGL 3.2, which does not work on this computer; everything else works without it.</source>
        <translation>三维视图需要 OpenGL 3.2，它在本机不能工作；其他一切都可正常使用。</translation>
    </message>
    <message>
        <source>The 3D view stopped unexpectedly; everything else works without it.</source>
        <translation>三维视图意外停止；其他一切都可正常使用。</translation>
    </message>
    <message>
        <source>Look from the front</source>
        <translation>从前方看</translation>
    </message>
    <message>
        <source>Look from the back</source>
        <translation>从后方看</translation>
    </message>
    <message>
        <source>Look from the patient&apos;s left</source>
        <translation>从患者左侧看</translation>
    </message>
    <message>
        <source>Look from the patient&apos;s right</source>
        <translation>从患者右侧看</translation>
    </message>
    <message>
        <source>Look from the head</source>
        <translation>从头侧看</translation>
    </message>
    <message>
        <source>Look from the feet</source>
        <translation>从足侧看</translation>
    </message>
    <message>
        <source>No slices</source>
        <translation>无切片</translation>
    </message>
    <message>
        <source>Frames of the three slices</source>
        <translation>三个切片的边框</translation>
    </message>
    <message>
        <source>Axial slice as a picture</source>
        <translation>横断面切片作为图像</translation>
    </message>
    <message>
        <source>All three slices as pictures</source>
        <translation>三个切片都作为图像</translation>
    </message>
    <message>
        <source>Drag to turn, Shift+drag to move, wheel or right-drag to zoom, R to see all from the front.
Click a surface to move the crosshair there; click the cube to look from that side.</source>
        <translation>拖动旋转，Shift+拖动移动，滚轮或右键拖动缩放，R 从前方看到全部。
点击表面可将十字线移到那里；点击立方体可从该侧观看。</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>三维视图</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{look} (Shift+{side})</source>
        <translation>{look} (Shift+{side})</translation>
    </message>
    <message>
        <source>Slices in the 3D view (V)</source>
        <translation>三维视图中的切片 (V)</translation>
    </message>
    <message>
        <source>Slices in the 3D view</source>
        <translation>三维视图中的切片</translation>
    </message>
    <message>
        <source>Maximise {title}</source>
        <translation>最大化 {title}</translation>
    </message>
    <message>
        <source>Show this {what} alone (double-click)</source>
        <translation>单独显示{what}（双击）</translation>
    </message>
    <message>
        <source>Show all views (double-click)</source>
        <translation>显示所有视图（双击）</translation>
    </message>
    <message>
        <source>{preset}  (needs HU)</source>
        <translation>{preset}（需要 HU）</translation>
    </message>
    <message>
        <source>From file  {width:g} / {level:g}</source>
        <translation>来自文件  {width:g} / {level:g}</translation>
    </message>
    <message>
        <source>Auto (fit this slice)</source>
        <translation>自动（适合此切片）</translation>
    </message>
    <message>
        <source>Smooth image</source>
        <translation>平滑图像</translation>
    </message>
    <message>
        <source>Crosshair	X</source>
        <translation>十字线	X</translation>
    </message>
    <message>
        <source>Reset view	R</source>
        <translation>重置视图	R</translation>
    </message>
    <message>
        <source>The open scan has grey values, not HU.</source>
        <translation>已打开的扫描是灰度值，不是 HU。</translation>
    </message>
    <message>
        <source>The open scan is in HU; this window is for grey values.</source>
        <translation>已打开的扫描是 HU；此窗用于灰度值。</translation>
    </message>
    <message>
        <source>&amp;Window presets</source>
        <translation>窗预设(&amp;W)</translation>
    </message>
    <message>
        <source>Brightness and contrast for an organ</source>
        <translation>适合某器官的亮度和对比度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Rounds finished</source>
        <translation>已完成的轮次</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Minutes of work, pauses left out</source>
        <translation>工作分钟数，不含暂停</translation>
    </message>
    <message>
        <source>Mean Dice</source>
        <translation>平均 Dice</translation>
    </message>
    <message>
        <source>Mean Dice of whole validation patients in the best round</source>
        <translation>最佳轮次中整个验证患者的平均 Dice</translation>
    </message>
    <message>
        <source>Dice {label}</source>
        <translation>Dice {label}</translation>
    </message>
    <message>
        <source>Dice of {label} in the best round, mean of whole validation patients</source>
        <translation>最佳轮次中 {label} 的 Dice，整个验证患者的平均</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>no run</source>
        <translation>不是运行</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{done} of {epochs}</source>
        <translation>{done}/{epochs}</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>时间限制</translation>
    </message>
    <message>
        <source>Slices at once</source>
        <translation>一次切片数</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Per 100 slices</source>
        <translation>每 100 个切片</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Card memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>What a use of the model costs</source>
        <translation>使用模型的开销</translation>
    </message>
    <message>
        <source>Measure on the open scan</source>
        <translation>在已打开的扫描上测量</translation>
    </message>
    <message>
        <source>Run the model on the open scan in several ways and time each; about a minute</source>
        <translation>以几种方式在已打开的扫描上运行模型并分别计时；约一分钟</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>停止测量</translation>
    </message>
    <message>
        <source>How far measuring is</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>What a use costs on this computer</source>
        <translation>在本机使用的开销</translation>
    </message>
    <message>
        <source>Not measured yet for this model on this computer.</source>
        <translation>尚未在本机测量此模型。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>From the scan in memory to its cleaned mask: {scan}, {computer}; measured {moment}.</source>
        <translation>从内存中的扫描到整理后的掩膜：{scan}，{computer}；测量于 {moment}。</translation>
    </message>
    <message>
        <source>Reading the scan from its file took {seconds:.1f} s more.</source>
        <translation>从文件读取扫描另需 {seconds:.1f} 秒。</translation>
    </message>
    <message>
        <source>Model file {size}, {parameters:,} parameters. Memory: most of the whole process, the scan in it.</source>
        <translation>模型文件 {size}，{parameters:,} 个参数。内存：整个进程的最高占用，含扫描。</translation>
    </message>
    <message>
        <source>Opening the patient…</source>
        <translation>正在打开患者…</translation>
    </message>
    <message>
        <source>The model draws its outline…</source>
        <translation>模型正在画轮廓…</translation>
    </message>
    <message>
        <source>Comparing it with yours…</source>
        <translation>正在与您的轮廓比较…</translation>
    </message>
    <message>
        <source>Dice of 1 test patient: {scores}</source>
        <translation>1 名测试患者的 Dice：{scores}</translation>
    </message>
    <message>
        <source>Dice of {scans} test scans, on average: {scores}</source>
        <translation>{scans} 个测试扫描的平均 Dice：{scores}</translation>
    </message>
    <message>
        <source>Dice on {patient}: {scores}</source>
        <translation>{patient} 上的 Dice：{scores}</translation>
    </message>
    <message>
        <source>There is a model.</source>
        <translation>已有模型。</translation>
    </message>
    <message>
        <source>Best model after epoch {epoch}: mean Dice {dice} on the validation patients. That is little: give it more time (Train more) or more patients.</source>
        <translation>最佳模型在第 {epoch} 轮之后：验证患者的平均 Dice {dice}。这偏低：请给更多时间（继续训练）或更多患者。</translation>
    </message>
    <message>
        <source>Best model after epoch {epoch}: mean Dice {dice} on the validation patients.</source>
        <translation>最佳模型在第 {epoch} 轮之后：验证患者的平均 Dice {dice}。</translation>
    </message>
    <message>
        <source>The model {model} is chosen.</source>
        <translation>已选择模型 {model}。</translation>
    </message>
    <message>
        <source>Everything worked. {forecast}</source>
        <translation>一切正常。{forecast}</translation>
    </message>
    <message>
        <source>It could not be finished.</source>
        <translation>未能完成。</translation>
    </message>
    <message>
        <source>Words used here</source>
        <translation>术语解释</translation>
    </message>
    <message>
        <source>Search words and what they mean</source>
        <translation>搜索词语及其含义</translation>
    </message>
    <message>
        <source>Search: a word such as epoch, or what you look for</source>
        <translation>搜索：词语如 轮次，或您要找的内容</translation>
    </message>
    <message>
        <source>No word here has “{letters}”.</source>
        <translation>这里没有词语包含“{letters}”。</translation>
    </message>
    <message>
        <source>Dice of every slice after every epoch</source>
        <translation>每轮之后各切片的 Dice</translation>
    </message>
    <message>
        <source>Dice of each slice</source>
        <translation>各切片的 Dice</translation>
    </message>
    <message>
        <source>Epoch {epoch}, slice {slice}: {dice}</source>
        <translation>第 {epoch} 轮，切片 {slice}：{dice}</translation>
    </message>
    <message>
        <source>{source}: {region} {dice}</source>
        <translation>{source}：{region} {dice}</translation>
    </message>
    <message>
        <source>tumour</source>
        <translation>肿瘤</translation>
    </message>
    <message>
        <source>Fresh radiologist, LiTS</source>
        <translation>年轻放射科医生，LiTS</translation>
    </message>
    <message>
        <source>{run}, training</source>
        <translation>{run}，训练</translation>
    </message>
    <message>
        <source>{run}, validation</source>
        <translation>{run}，验证</translation>
    </message>
    <message>
        <source>{run} IoU</source>
        <translation>{run} IoU</translation>
    </message>
    <message>
        <source>{run}, validation accuracy</source>
        <translation>{run}，验证准确率</translation>
    </message>
    <message>
        <source>Note on this run</source>
        <translation>关于此运行的备注</translation>
    </message>
    <message>
        <source>Choose a run to note something.</source>
        <translation>选择一个运行以写备注。</translation>
    </message>
    <message>
        <source>Runs – Slicewise</source>
        <translation>运行 – Slicewise</translation>
    </message>
    <message>
        <source>Show only runs with these words, as quick tumour 128</source>
        <translation>只显示含这些词的运行，例如 quick tumour 128</translation>
    </message>
    <message>
        <source>Words that runs must have</source>
        <translation>运行必须含有的词</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose what is shown of each run</source>
        <translation>选择显示每个运行的哪些内容</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Bring back a run from the trash</source>
        <translation>从回收站恢复运行</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Reading run {done} of {total}…</source>
        <translation>正在读取运行 {done}/{total}…</translation>
    </message>
    <message>
        <source>Runs ({count})</source>
        <translation>运行 ({count})</translation>
    </message>
    <message>
        <source>Runs ({shown} of {count})</source>
        <translation>运行 ({shown}/{count})</translation>
    </message>
    <message>
        <source>No runs yet; Start training in the Train panel makes one.</source>
        <translation>尚无运行；“训练”面板中的“开始训练”会产生一个。</translation>
    </message>
    <message>
        <source>No run has all of these words.</source>
        <translation>没有运行包含所有这些词。</translation>
    </message>
    <message>
        <source>Queue ({count})</source>
        <translation>队列 ({count})</translation>
    </message>
    <message>
        <source>Predict uses the model of {run} now.</source>
        <translation>“预测”现在使用 {run} 的模型。</translation>
    </message>
    <message>
        <source>{run} lies in the trash.</source>
        <translation>{run} 在回收站中。</translation>
    </message>
    <message>
        <source>{count} runs lie in the trash.</source>
        <translation>{count} 个运行在回收站中。</translation>
    </message>
    <message>
        <source>{run} is back.</source>
        <translation>{run} 已恢复。</translation>
    </message>
    <message>
        <source>Bring back {run}</source>
        <translation>恢复 {run}</translation>
    </message>
    <message>
        <source>{count} runs at once are too many: the first {most} are shown.</source>
        <translation>一次显示 {count} 个运行太多：只显示前 {most} 个。</translation>
    </message>
    <message>
        <source>There is no run yet; train one first.</source>
        <translation>尚无运行；请先训练一次。</translation>
    </message>
    <message>
        <source>Curves – Slicewise</source>
        <translation>曲线 – Slicewise</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Weight of the moving average over loss and Dice; the raw curves stay, faint.</source>
        <translation>对损失和 Dice 做滑动平均的权重；原始曲线以淡色保留。</translation>
    </message>
    <message>
        <source>All epochs</source>
        <translation>所有轮次</translation>
    </message>
    <message>
        <source>End zooming: show the whole run.</source>
        <translation>结束缩放：显示整个运行。</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Follow the newest epoch again, here and in the views.</source>
        <translation>重新跟随最新一轮，此处和视图中都跟随。</translation>
    </message>
    <message>
        <source>{place} · {status}</source>
        <translation>{place} · {status}</translation>
    </message>
    <message>
        <source>Click an epoch in a curve or in the picture of slices: the views show what the network drew then. Drag from one epoch to another to compare them.</source>
        <translation>点击曲线或切片热图中的某一轮：视图会显示网络当时画出的结果。从一轮拖到另一轮可比较两者。</translation>
    </message>
    <message>
        <source>This run has no scores of a validation patient yet.</source>
        <translation>此运行尚无验证患者的评分。</translation>
    </message>
    <message>
        <source>The scan of case {case} is not known; choose the folder of scans and evaluate again.</source>
        <translation>病例 {case} 的扫描未知；请选择扫描文件夹并重新评估。</translation>
    </message>
    <message>
        <source>In brackets: 95 % confidence interval, found by drawing persons anew.</source>
        <translation>括号内：95% 置信区间，通过对人员重新抽样得到。</translation>
    </message>
    <message>
        <source>All {count} cases</source>
        <translation>全部 {count} 个病例</translation>
    </message>
    <message>
        <source>Median {value}</source>
        <translation>中位数 {value}</translation>
    </message>
    <message>
        <source>Of 1 case</source>
        <translation>共 1 个病例</translation>
    </message>
    <message>
        <source>Of {cases} cases of {persons} persons</source>
        <translation>来自 {persons} 人的 {cases} 个病例</translation>
    </message>
    <message>
        <source>Of {cases} cases of {persons} persons; n/a in {left}</source>
        <translation>来自 {persons} 人的 {cases} 个病例；{left} 个为 n/a</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Lesions by diameter</source>
        <translation>按直径的病灶</translation>
    </message>
    <message>
        <source>Lesions by contrast to the liver</source>
        <translation>按与肝脏对比度的病灶</translation>
    </message>
    <message>
        <source>Lesions found of those there are, false alarms of that size, and mean lesion Dice.</source>
        <translation>现有病灶中找到的数量、该大小的假警报以及病灶平均 Dice。</translation>
    </message>
    <message>
        <source>{found} of {total} found, {false} false, Dice {dice}</source>
        <translation>{total} 个中找到 {found} 个，{false} 个错误，Dice {dice}</translation>
    </message>
    <message>
        <source>under {high} {unit}</source>
        <translation>小于 {high} {unit}</translation>
    </message>
    <message>
        <source>{low} {unit} and more</source>
        <translation>{low} {unit} 及以上</translation>
    </message>
    <message>
        <source>{low} to {high} {unit}</source>
        <translation>{low} 至 {high} {unit}</translation>
    </message>
    <message>
        <source>The network, drawn as the U it is</source>
        <translation>网络，画成它本来的 U 形</translation>
    </message>
    <message>
        <source>Building the network…</source>
        <translation>正在构建网络…</translation>
    </message>
    <message>
        <source>has no ending that a drawing has</source>
        <translation>没有图形文件的扩展名</translation>
    </message>
    <message>
        <source>choose .svg, .pdf or .png</source>
        <translation>请选择 .svg、.pdf 或 .png</translation>
    </message>
    <message>
        <source>{case}, slice {number}</source>
        <translation>{case}，切片 {number}</translation>
    </message>
    <message>
        <source>Pictures of the batch</source>
        <translation>批次中的图像</translation>
    </message>
    <message>
        <source>What to confirm</source>
        <translation>需确认的要点</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>所需资源</translation>
    </message>
    <message>
        <source>Details of a block</source>
        <translation>模块详情</translation>
    </message>
    <message>
        <source>Point at a block of the drawing, or go there with the arrows.</source>
        <translation>指向图中的模块，或用方向键移到那里。</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>look at this</source>
        <translation>请查看</translation>
    </message>
    <message>
        <source>How long that takes on this computer is measured by Plan settings… and by Rehearse.</source>
        <translation>在本机上需要多长时间，由“规划设置…”和“预演”测得。</translation>
    </message>
    <message>
        <source>Measured in this run: {speed} slices learned a second, which is {rate} operations a second.</source>
        <translation>在此运行中测得：每秒学习 {speed} 个切片，即每秒 {rate} 次运算。</translation>
    </message>
    <message>
        <source>Measured for the plan: {speed} slices learned a second, which is {rate} operations a second.</source>
        <translation>为计划测得：每秒学习 {speed} 个切片，即每秒 {rate} 次运算。</translation>
    </message>
    <message>
        <source>Largest memory of the whole process, libraries and scans included: {memory} MB.</source>
        <translation>整个进程的最大内存，含库和扫描：{memory} MB。</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>该运行</translation>
    </message>
    <message>
        <source>is over, so it learns from no further batch</source>
        <translation>已结束，不会再学习任何批次</translation>
    </message>
    <message>
        <source>start another one, or close this window</source>
        <translation>请启动另一个运行，或关闭此窗口</translation>
    </message>
    <message>
        <source>Before augmentation</source>
        <translation>增强之前</translation>
    </message>
    <message>
        <source>As it is learned from</source>
        <translation>学习时所见</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>The picture before (Left)</source>
        <translation>上一张图像（左键）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>The next picture (Right)</source>
        <translation>下一张图像（右键）</translation>
    </message>
    <message>
        <source>As it lies in the data set, without augmentation</source>
        <translation>数据集中的原样，无增强</translation>
    </message>
    <message>
        <source>As the network learns from it</source>
        <translation>网络学习时所见</translation>
    </message>
    <message>
        <source>{case}, slice {number} – Slicewise</source>
        <translation>{case}，切片 {number} – Slicewise</translation>
    </message>
    <message>
        <source>{name} {percent} %</source>
        <translation>{name} {percent} %</translation>
    </message>
    <message>
        <source>What augmentation did: {changes}. Share of the picture: {held}.</source>
        <translation>增强所做的更改：{changes}。占图像比例：{held}。</translation>
    </message>
    <message>
        <source>The run going on ({name})</source>
        <translation>正在进行的运行（{name}）</translation>
    </message>
    <message>
        <source>As it is set up now</source>
        <translation>按当前设置</translation>
    </message>
    <message>
        <source>The newest run ({name})</source>
        <translation>最新运行（{name}）</translation>
    </message>
    <message>
        <source>run report</source>
        <translation>运行报告</translation>
    </message>
    <message>
        <source>evaluation report</source>
        <translation>评估报告</translation>
    </message>
    <message>
        <source>A report is being written already; wait for it or cancel it.</source>
        <translation>已在写一份报告；请等待或取消它。</translation>
    </message>
    <message>
        <source>{file} was saved.</source>
        <translation>{file} 已保存。</translation>
    </message>
    <message>
        <source>The network…</source>
        <translation>网络…</translation>
    </message>
    <message>
        <source>Draw the network: its levels, what it sees of the body, what it takes (F9)</source>
        <translation>画出网络：其层级、能看到身体的范围、所需资源 (F9)</translation>
    </message>
    <message>
        <source>What it sees…</source>
        <translation>它看到什么…</translation>
    </message>
    <message>
        <source>Show the very pictures and masks it learns from (Shift+F9)</source>
        <translation>显示它实际学习的图像和掩膜 (Shift+F9)</translation>
    </message>
    <message>
        <source>Lesions drawn wrong, the most harmful first</source>
        <translation>画错的病灶，危害最大的在先</translation>
    </message>
    <message>
        <source>Dice by diameter</source>
        <translation>按直径的 Dice</translation>
    </message>
    <message>
        <source>No scan has a scale in mm.</source>
        <translation>没有扫描带 mm 比例尺。</translation>
    </message>
    <message>
        <source>Dice by contrast to the liver</source>
        <translation>按与肝脏对比度的 Dice</translation>
    </message>
    <message>
        <source>Contrasts need the scans, and a liver in the references.</source>
        <translation>对比度需要扫描以及参考中的肝脏。</translation>
    </message>
    <message>
        <source>{kind} ({count})</source>
        <translation>{kind} ({count})</translation>
    </message>
    <message>
        <source>Once cases with tumours are compared, every lesion drawn wrong shows here.</source>
        <translation>比较过含肿瘤的病例后，每个画错的病灶都显示在这里。</translation>
    </message>
    <message>
        <source>Longest axial diameter, mm</source>
        <translation>最长横断面直径，mm</translation>
    </message>
    <message>
        <source>Difference to the liver, HU</source>
        <translation>与肝脏之差，HU</translation>
    </message>
    <message>
        <source>Difference to the liver, grey levels</source>
        <translation>与肝脏之差，灰度级</translation>
    </message>
    <message>
        <source>Cases compared</source>
        <translation>已比较的病例</translation>
    </message>
    <message>
        <source>All cases together</source>
        <translation>全部病例合计</translation>
    </message>
    <message>
        <source>Slices of all cases, the worst first</source>
        <translation>所有病例的切片，最差的在先</translation>
    </message>
    <message>
        <source>1 case.</source>
        <translation>1 个病例。</translation>
    </message>
    <message>
        <source>{cases} cases, a person each.</source>
        <translation>{cases} 个病例，每人一个。</translation>
    </message>
    <message>
        <source>{cases} cases of one person.</source>
        <translation>同一个人的 {cases} 个病例。</translation>
    </message>
    <message>
        <source>{cases} cases of {persons} persons.</source>
        <translation>{persons} 人的 {cases} 个病例。</translation>
    </message>
    <message>
        <source>Dice of {region}: {dice}.</source>
        <translation>{region} 的 Dice：{dice}。</translation>
    </message>
    <message>
        <source>Lesions found: {share}.</source>
        <translation>找到的病灶：{share}。</translation>
    </message>
    <message>
        <source>Your readers, {count} cases</source>
        <translation>您的阅片者，{count} 个病例</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>不同的设置</translation>
    </message>
    <message>
        <source>A training goes on already; add this one to the queue instead.</source>
        <translation>训练已在进行；请改为将此训练加入队列。</translation>
    </message>
    <message>
        <source>This run ended before it had split its patients; there is no split.</source>
        <translation>此运行在划分患者之前就已结束；没有划分。</translation>
    </message>
    <message>
        <source>{who}, {scans} scans: {region} {dice}</source>
        <translation>{who}，{scans} 个扫描：{region} {dice}</translation>
    </message>
    <message>
        <source>Best of LiTS 2017</source>
        <translation>LiTS 2017 最佳</translation>
    </message>
    <message>
        <source>2.5D U-Net, LiTS 2017</source>
        <translation>2.5D U-Net，LiTS 2017</translation>
    </message>
    <message>
        <source>nnU-Net, LiTS 2018</source>
        <translation>nnU-Net，LiTS 2018</translation>
    </message>
    <message>
        <source>Dashed: the law that fits the trainings best.</source>
        <translation>虚线：与各次训练最吻合的规律。</translation>
    </message>
    <message>
        <source>Shaded: where nine of ten more trainings would lie.</source>
        <translation>阴影：若再训练，十次中有九次会落在其中。</translation>
    </message>
    <message>
        <source>Dotted: published networks that learned from the 131 scans of LiTS, scored on its test scans (Bilic et al. 2023, doi:10.1016/j.media.2022.102680).</source>
        <translation>点线：已发表的网络，从 LiTS 的 131 个扫描学习，在其测试扫描上评分（Bilic et al. 2023，doi:10.1016/j.media.2022.102680）。</translation>
    </message>
    <message>
        <source>Trains the same network on a quarter, on half, on three quarters and on all of the patients there are to learn from, scores each training on the same validation patients, and says from that what twice as many patients would bring.</source>
        <translation>分别用可供学习患者的四分之一、一半、四分之三和全部训练同一网络，每次训练都用相同的验证患者评分，并据此说明患者数加倍会带来什么。</translation>
    </message>
    <message>
        <source>Goes on while this window is closed. Closing Slicewise stops it; it goes on later from there.</source>
        <translation>关闭此窗口后仍会继续。关闭 Slicewise 会使其停止；之后从该处继续。</translation>
    </message>
    <message>
        <source>Data set {dataset}, with the settings of the Train panel ({preset}).</source>
        <translation>数据集 {dataset}，采用“训练”面板的设置（{preset}）。</translation>
    </message>
    <message>
        <source>Patients of the test take no part.</source>
        <translation>测试患者不参与。</translation>
    </message>
    <message>
        <source>Each training begins with {model}.</source>
        <translation>每次训练都从 {model} 开始。</translation>
    </message>
    <message>
        <source>Who is validated on is chosen automatically.</source>
        <translation>自动选择用谁验证。</translation>
    </message>
    <message>
        <source>Validated on the case on the split board.</source>
        <translation>用划分板上的那个病例验证。</translation>
    </message>
    <message>
        <source>Validated on the {count} cases on the split board.</source>
        <translation>用划分板上的 {count} 个病例验证。</translation>
    </message>
    <message>
        <source>This curve is whole: nothing is trained again unless the data have changed.</source>
        <translation>此曲线已完整：除非数据有变化，否则不再训练。</translation>
    </message>
    <message>
        <source>Up to {count} trainings of {minutes:g} min: about {whole}, after the scans are read.</source>
        <translation>最多 {count} 次训练，每次 {minutes:g} 分钟：读取扫描后约需 {whole}。</translation>
    </message>
    <message>
        <source>1 training of {minutes:g} min is left, the last one.</source>
        <translation>还剩最后 1 次 {minutes:g} 分钟的训练。</translation>
    </message>
    <message>
        <source>{count} trainings of {minutes:g} min are left: {whole} at most.</source>
        <translation>还剩 {count} 次 {minutes:g} 分钟的训练：最多 {whole}。</translation>
    </message>
    <message>
        <source>Training {number} of {count}, with 1 patient</source>
        <translation>第 {number} 次训练（共 {count} 次），1 名患者</translation>
    </message>
    <message>
        <source>Training {number} of {count}, with {patients} patients</source>
        <translation>第 {number} 次训练（共 {count} 次），{patients} 名患者</translation>
    </message>
    <message>
        <source>{training}: beginning…</source>
        <translation>{training}：正在开始…</translation>
    </message>
    <message>
        <source>{training}: epoch {epoch}. About {time} left in all.</source>
        <translation>{training}：第 {epoch} 轮。总共还需约 {time}。</translation>
    </message>
    <message>
        <source>Begun, but no training has ended yet.</source>
        <translation>已开始，但尚无训练结束。</translation>
    </message>
    <message>
        <source>{done} of {count} trainings have ended; what they say together follows when all have.</source>
        <translation>{count} 次训练中已结束 {done} 次；全部结束后给出总的结论。</translation>
    </message>
    <message>
        <source>Settings, split or minutes were others than those of now; Start measures anew.</source>
        <translation>当时的设置、划分或分钟数与现在不同；“开始”会重新测量。</translation>
    </message>
    <message>
        <source>The data set held other cases then ({then}; now {now}): measure again.</source>
        <translation>当时数据集的病例不同（当时 {then} 个；现在 {now} 个）：请重新测量。</translation>
    </message>
    <message>
        <source>Short trainings: with more time each, all of it lies higher and may bend later.</source>
        <translation>训练较短：每次时间更长时，整条曲线会更高，并可能更晚变平。</translation>
    </message>
    <message>
        <source>Last measured {when}, {minutes:g} min each, scored on 1 case.</source>
        <translation>上次测量于 {when}，每次 {minutes:g} 分钟，在 1 个病例上评分。</translation>
    </message>
    <message>
        <source>Last measured {when}, {minutes:g} min each, scored on {cases} cases.</source>
        <translation>上次测量于 {when}，每次 {minutes:g} 分钟，在 {cases} 个病例上评分。</translation>
    </message>
    <message>
        <source>Choose a data set first: drop its folder on the main window.</source>
        <translation>请先选择数据集：将其文件夹拖放到主窗口上。</translation>
    </message>
    <message>
        <source>A training goes on. Beside it both would be slower and the curve wrong: wait until it has ended, or stop it.</source>
        <translation>有训练正在进行。若同时测量，两者都会变慢，曲线也不准确：请等其结束，或将其停止。</translation>
    </message>
    <message>
        <source>A learning curve is being measured (Learn, Would more patients help?). Wait until it is, or stop it there: it goes on later from where it was stopped.</source>
        <translation>正在测量学习曲线（“学习”菜单，“更多患者有帮助吗？”）。请等其完成，或在那里停止：之后从停下处继续。</translation>
    </message>
    <message>
        <source>The learning curve is measured. {outlook}</source>
        <translation>学习曲线已测量。{outlook}</translation>
    </message>
    <message>
        <source>How that is known</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Two scans of one person are not two pieces of evidence: whoever is drawn for a confidence interval comes with all scans. Names and equal pixels are known; choose cases that are of one person besides, and say so.</source>
        <translation>同一人的两个扫描不是两份证据：计算置信区间时，抽到某人就连同其全部扫描。名称和相同的像素是已知的；若还有病例属于同一人，请选中并指明。</translation>
    </message>
    <message>
        <source>Compare cases first: then it is known who they are of.</source>
        <translation>请先比较病例：之后才知道它们属于谁。</translation>
    </message>
    <message>
        <source>You say so.</source>
        <translation>由您指明。</translation>
    </message>
    <message>
        <source>No other case is known to be of this person.</source>
        <translation>未发现其他病例属于此人。</translation>
    </message>
    <message>
        <source>The data set calls the person {name}.</source>
        <translation>数据集称此人为 {name}。</translation>
    </message>
    <message>
        <source>The same scan or mask under another name.</source>
        <translation>同一扫描或掩膜，名称不同。</translation>
    </message>
    <message>
        <source>Cases and whose they are</source>
        <translation>病例及其所属人员</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>同一人</translation>
    </message>
    <message>
        <source>The chosen cases are of one person</source>
        <translation>所选病例属于同一人</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Only names and pixels tell whose the chosen cases are</source>
        <translation>仅凭名称和像素判断所选病例属于谁</translation>
    </message>
    <message>
        <source>Comparing the scan with those the model learned from…</source>
        <translation>正在将扫描与模型学习过的扫描比较…</translation>
    </message>
    <message>
        <source>Before you predict:</source>
        <translation>预测之前请注意：</translation>
    </message>
    <message>
        <source>In voxel size and grey values this scan is like those the model learned from.</source>
        <translation>此扫描的体素大小和灰度值与模型学习过的扫描相似。</translation>
    </message>
    <message>
        <source>As far as this older model file tells, the scan is like those it learned from; the file does not hold their grey values.</source>
        <translation>就此旧版模型文件所载，该扫描与模型学习过的扫描相似；文件中没有它们的灰度值。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source> (and {more} more case has problems)</source>
        <translation>（另有 {more} 个病例有问题）</translation>
    </message>
    <message>
        <source> (and {more} more cases have problems)</source>
        <translation>（另有 {more} 个病例有问题）</translation>
    </message>
    <message>
        <source> (another {unsized} in scans without a scale)</source>
        <translation>（另有 {unsized} 个在无比例尺的扫描中）</translation>
    </message>
    <message>
        <source> ({mm} mm)</source>
        <translation>（{mm} mm）</translation>
    </message>
    <message>
        <source> ({mm} to {mm_2} mm)</source>
        <translation>（{mm} 至 {mm_2} mm）</translation>
    </message>
    <message>
        <source> ({more} more problem{value})</source>
        <translation>（另有 {more} 个问题{value}）</translation>
    </message>
    <message>
        <source> ({more} more such pair)</source>
        <translation>（另有 {more} 对这样的）</translation>
    </message>
    <message>
        <source> ({more} more such pairs)</source>
        <translation>（另有 {more} 对这样的）</translation>
    </message>
    <message>
        <source> ({total} lead out of its folder)</source>
        <translation>（{total} 个指向其文件夹之外）</translation>
    </message>
    <message>
        <source> and {holes} more</source>
        <translation>和另外 {holes} 个</translation>
    </message>
    <message>
        <source> and {names} others</source>
        <translation>和另外 {names} 个</translation>
    </message>
    <message>
        <source> in {name} line {tb_lineno}</source>
        <translation>，位于 {name} 第 {tb_lineno} 行</translation>
    </message>
    <message>
        <source> of {mm} mm</source>
        <translation>，每个 {mm} mm</translation>
    </message>
    <message>
        <source> One pixel is then {span} mm wide.</source>
        <translation> 此时一个像素宽 {span} mm。</translation>
    </message>
    <message>
        <source> That is rare: without batches filled with it a network answers background.</source>
        <translation> 这很罕见：若不用它填充批次，网络只会回答背景。</translation>
    </message>
    <message>
        <source> The mask is not drawn: it has another number of voxels.</source>
        <translation> 未绘制掩膜：其体素数不同。</translation>
    </message>
    <message>
        <source> The mask is not drawn: it {fault}.</source>
        <translation> 未绘制掩膜：它{fault}。</translation>
    </message>
    <message>
        <source> The names do not tell persons apart.</source>
        <translation> 名称无法区分人员。</translation>
    </message>
    <message>
        <source> where it is known ({gaps} of them)</source>
        <translation>，已知之处（其中 {gaps} 个）</translation>
    </message>
    <message>
        <source> {grey} of {cases} scans hold grey values and stay as they are.</source>
        <translation> {cases} 个扫描中有 {grey} 个为灰度值，保持原样。</translation>
    </message>
    <message>
        <source> {percent} of the tumours shrink below 3 pixels.</source>
        <translation> {percent} 的肿瘤缩小到 3 像素以下。</translation>
    </message>
    <message>
        <source>&quot;{names}&quot; and &quot;{names_2}&quot; share {voxels}</source>
        <translation>“{names}”和“{names_2}”共有 {voxels}</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>, 95 % interval of the mean {low} to {high}</source>
        <translation>，平均值的 95% 区间 {low} 至 {high}</translation>
    </message>
    <message>
        <source>, and {more} more pair overlap</source>
        <translation>，另有 {more} 对重叠</translation>
    </message>
    <message>
        <source>, and {more} more pairs overlap</source>
        <translation>，另有 {more} 对重叠</translation>
    </message>
    <message>
        <source>, as when memory runs out</source>
        <translation>，如同内存耗尽时</translation>
    </message>
    <message>
        <source>, as when work finds no end</source>
        <translation>，如同工作没有尽头时</translation>
    </message>
    <message>
        <source>, by Slicewise {versions}</source>
        <translation>，由 Slicewise {versions} 生成</translation>
    </message>
    <message>
        <source>, epoch {epoch}</source>
        <translation>，第 {epoch} 轮</translation>
    </message>
    <message>
        <source>, HD95 {millimetres}, ASSD {millimetres_2}, surface Dice {number} at 1 mm and {number_2} at 2 mm</source>
        <translation>，HD95 {millimetres}，ASSD {millimetres_2}，表面 Dice 1 mm {number}、2 mm {number_2}</translation>
    </message>
    <message>
        <source>, lesions: {counts}</source>
        <translation>，病灶：{counts}</translation>
    </message>
    <message>
        <source>, loss {losses}</source>
        <translation>，损失 {losses}</translation>
    </message>
    <message>
        <source>, measured beside busy programs and so too slow</source>
        <translation>（在其他程序繁忙时测得，因此偏慢）</translation>
    </message>
    <message>
        <source>, read in {read_s} s</source>
        <translation>，读取用时 {read_s} 秒</translation>
    </message>
    <message>
        <source>, the first time at once, which saves three quarters of the work</source>
        <translation>，第一次立即减半，可省四分之三的工作</translation>
    </message>
    <message>
        <source>, {skipped} left out</source>
        <translation>，略去 {skipped} 个</translation>
    </message>
    <message>
        <source>1 case</source>
        <translation>1 个病例</translation>
    </message>
    <message>
        <source>1 case of this data set was</source>
        <translation>此数据集的 1 个病例</translation>
    </message>
    <message>
        <source>1 false alarm</source>
        <translation>1 个假警报</translation>
    </message>
    <message>
        <source>1 for one label (sigmoid), else background and each label (softmax)</source>
        <translation>1 表示一个标签 (sigmoid)，否则为背景和每个标签 (softmax)</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>1 network</source>
        <translation>1 个网络</translation>
    </message>
    <message>
        <source>1 patient</source>
        <translation>1 名患者</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1 轮</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>1 scan is</source>
        <translation>1 个扫描</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 个切片</translation>
    </message>
    <message>
        <source>2: the picture is halved at once and the mask doubled at the end</source>
        <translation>2：图像立即减半，掩膜在最后加倍</translation>
    </message>
    <message>
        <source>3 × 3 convolution</source>
        <translation>3 × 3 卷积</translation>
    </message>
    <message>
        <source>3D Slicer segmentation</source>
        <translation>3D Slicer 分割</translation>
    </message>
    <message>
        <source>8-bit pictures</source>
        <translation>8 位图像</translation>
    </message>
    <message>
        <source>95 % confidence intervals by the percentile bootstrap over persons (9,999 resamples, seed 0); n/a with fewer than two persons. With fewer than about ten they are too narrow: read them as a lower bound of the doubt.</source>
        <translation>95% 置信区间，对人员做百分位 bootstrap（9,999 次重抽样，种子 0）；少于两人时为 n/a。少于约十人时区间偏窄：请视为不确定性的下限。</translation>
    </message>
    <message>
        <source>99 % of the labelled voxels lie between {low} and {high} HU; {margin} HU more on both sides show what lies around them.{value}</source>
        <translation>99 % 带标签的体素在 {low} 至 {high} HU 之间；两侧各加 {margin} HU 以显示周围。{value}</translation>
    </message>
    <message>
        <source>: enough to learn from, with some made-up ones for variety.</source>
        <translation>：足以学习，另加一些人造肿瘤增加变化。</translation>
    </message>
    <message>
        <source>: expect a model that works on scans like these and fails on others</source>
        <translation>：预计模型对这类扫描有效，对其他扫描失败</translation>
    </message>
    <message>
        <source>: its slices may be in reverse order</source>
        <translation>：其切片次序可能相反</translation>
    </message>
    <message>
        <source>: the network would learn these by heart. Made-up ones in healthy liver teach what all have in common.</source>
        <translation>：网络会把这些背下来。在健康肝脏中画入人造肿瘤可教会它们的共同点。</translation>
    </message>
    <message>
        <source>; and {bad} more</source>
        <translation>；另有 {bad} 个</translation>
    </message>
    <message>
        <source>; each slice is normalised by itself, as so few cannot be averaged</source>
        <translation>；每个切片单独归一化，因为这么少无法取平均</translation>
    </message>
    <message>
        <source>; with a falling learning rate some of it often comes back towards the end</source>
        <translation>；学习率下降时，接近结束往往会恢复一些</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>7-Zip 压缩包</translation>
    </message>
    <message>
        <source>A batch takes {seconds_words}, scoring the patients kept aside {seconds_words_2}: {rounds} rounds show the curve and leave {percent} of the time to learning. The learning rate falls to zero as the time ends.</source>
        <translation>一批需 {seconds_words}，对留出患者评分需 {seconds_words_2}：{rounds} 轮可显示曲线，并将 {percent} 的时间留给学习。时间结束时学习率降到零。</translation>
    </message>
    <message>
        <source>a bitmap picture</source>
        <translation>位图图像</translation>
    </message>
    <message>
        <source>a damaged picture</source>
        <translation>损坏的图像</translation>
    </message>
    <message>
        <source>a file has that name</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>a file without a name</source>
        <translation>没有名称的文件</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>a folder has that name</source>
        <translation>已有同名文件夹</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>GIF 图像</translation>
    </message>
    <message>
        <source>a header of Philips PAR/REC</source>
        <translation>Philips PAR/REC 的文件头</translation>
    </message>
    <message>
        <source>A learning curve (unet-core plan --learning-curve) tells what more would bring.</source>
        <translation>学习曲线 (unet-core plan --learning-curve) 可说明更多患者会带来什么。</translation>
    </message>
    <message>
        <source>A lesion&apos;s Dice compares it with what is predicted of it; what a predicted component has outside all lesions counts against the one it overlaps most.</source>
        <translation>病灶的 Dice 将其与对它的预测相比较；预测分量在所有病灶之外的部分计入与之重叠最多的病灶。</translation>
    </message>
    <message>
        <source>a link or device</source>
        <translation>链接或设备</translation>
    </message>
    <message>
        <source>a Linux program</source>
        <translation>Linux 程序</translation>
    </message>
    <message>
        <source>A long round is saved this often</source>
        <translation>长轮次的保存间隔</translation>
    </message>
    <message>
        <source>a macOS program</source>
        <translation>macOS 程序</translation>
    </message>
    <message>
        <source>a MINC or netCDF file</source>
        <translation>MINC 或 netCDF 文件</translation>
    </message>
    <message>
        <source>A model drew it, says the file.</source>
        <translation>文件称由模型绘制。</translation>
    </message>
    <message>
        <source>a name that leads out of its folder</source>
        <translation>指向其文件夹之外的名称</translation>
    </message>
    <message>
        <source>a name that leads out of the archive</source>
        <translation>指向压缩包之外的名称</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>NumPy 数组</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a pipe or device, not a file</source>
        <translation>管道或设备，不是文件</translation>
    </message>
    <message>
        <source>A pixel is {mm} mm, so a 5 mm lesion is hardly {pixels} pixels wide and may be lost.</source>
        <translation>一个像素为 {mm} mm，因此 5 mm 的病灶只有 {pixels} 像素宽，可能丢失。</translation>
    </message>
    <message>
        <source>A pixel is {mm} mm, so a 5 mm lesion is still {pixels} pixels wide.</source>
        <translation>一个像素为 {mm} mm，因此 5 mm 的病灶仍有 {pixels} 像素宽。</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 压缩包</translation>
    </message>
    <message>
        <source>a record of the DICOMDIR</source>
        <translation>DICOMDIR 的一条记录</translation>
    </message>
    <message>
        <source>A saved state came back changed ({name}).</source>
        <translation>保存的状态读回后有变化（{name}）。</translation>
    </message>
    <message>
        <source>A saved state of {before} parts ({size} MB) was read back, equal to the bit.</source>
        <translation>由 {before} 部分组成的保存状态（{size} MB）已读回，逐位相同。</translation>
    </message>
    <message>
        <source>A scan of the usual size will take about {seconds_words} and {predict_mb} GB of memory with the finished model, on this {where}.</source>
        <translation>以完成的模型处理一个通常大小的扫描约需 {seconds_words} 和 {predict_mb} GB 内存，使用本机{where}。</translation>
    </message>
    <message>
        <source>A score whose numerator and denominator are both 0 (for Dice: reference and prediction both empty) is n/a: it is shown as n/a and counted in no mean.</source>
        <translation>分子和分母都为 0 的评分（对 Dice 而言：参考和预测都为空）为 n/a：显示为 n/a，不计入任何平均。</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>a single slice</source>
        <translation>一个切片</translation>
    </message>
    <message>
        <source>a U-Net on whole slices, another on the organ</source>
        <translation>一个看整个切片的 U-Net，另一个看器官</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>a WebP picture or a sound</source>
        <translation>WebP 图像或声音</translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation>Windows 程序</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ZIP 压缩包</translation>
    </message>
    <message>
        <source>ablation zone</source>
        <translation>消融区</translation>
    </message>
    <message>
        <source>acquisition time</source>
        <translation>采集时间</translation>
    </message>
    <message>
        <source>Across its edge the liver changes by {edge} {unit}, {edge_2} times the {noise} its own values scatter by.</source>
        <translation>在其边缘处肝脏变化 {edge} {unit}，为其自身数值离散 {noise} 的 {edge_2} 倍。</translation>
    </message>
    <message>
        <source>add a second patient</source>
        <translation>请添加第二名患者</translation>
    </message>
    <message>
        <source>add a second patient, or set split to slice, which scores slices of the same person and is too good</source>
        <translation>请添加第二名患者，或将 split 设为 slice（用同一人的切片评分，评分过高）</translation>
    </message>
    <message>
        <source>add its runs again: a new one is begun</source>
        <translation>请重新添加其运行：将开始新的队列</translation>
    </message>
    <message>
        <source>add masks</source>
        <translation>请添加掩膜</translation>
    </message>
    <message>
        <source>add masks with labels</source>
        <translation>请添加带标签的掩膜</translation>
    </message>
    <message>
        <source>add patients</source>
        <translation>请添加患者</translation>
    </message>
    <message>
        <source>add patients with labels</source>
        <translation>请添加带标签的患者</translation>
    </message>
    <message>
        <source>add slices</source>
        <translation>请添加切片</translation>
    </message>
    <message>
        <source>adrenal gland</source>
        <translation>肾上腺</translation>
    </message>
    <message>
        <source>after epoch {sound}</source>
        <translation>在第 {sound} 轮之后</translation>
    </message>
    <message>
        <source>All cases are checked</source>
        <translation>所有病例均已检查</translation>
    </message>
    <message>
        <source>All cases are measured</source>
        <translation>所有病例均已测量</translation>
    </message>
    <message>
        <source>all lesions</source>
        <translation>所有病灶</translation>
    </message>
    <message>
        <source>All slices</source>
        <translation>所有切片</translation>
    </message>
    <message>
        <source>All slices are square already.</source>
        <translation>所有切片已是方形。</translation>
    </message>
    <message>
        <source>all {count} have problems, the first</source>
        <translation>全部 {count} 个都有问题，第一个</translation>
    </message>
    <message>
        <source>all: every label its own class; or the name of the one label to learn</source>
        <translation>all：每个标签自成一类；或要学习的那一个标签的名称</translation>
    </message>
    <message>
        <source>allow more memory or leave the largest scans out</source>
        <translation>请允许更多内存或略去最大的扫描</translation>
    </message>
    <message>
        <source>allow more memory, close other programs or use another computer</source>
        <translation>请允许更多内存、关闭其他程序或使用另一台计算机</translation>
    </message>
    <message>
        <source>an HDF5 or MINC file</source>
        <translation>HDF5 或 MINC 文件</translation>
    </message>
    <message>
        <source>An unforeseen error ended it ({name}).</source>
        <translation>未预料的错误结束了它（{name}）。</translation>
    </message>
    <message>
        <source>an XML text</source>
        <translation>XML 文本</translation>
    </message>
    <message>
        <source>answers in another form than {value}</source>
        <translation>以不同于 {value} 的形式回答</translation>
    </message>
    <message>
        <source>aorta</source>
        <translation>主动脉</translation>
    </message>
    <message>
        <source>apart from the largest liver</source>
        <translation>在最大的肝脏之外</translation>
    </message>
    <message>
        <source>are not those that were compared</source>
        <translation>不是当时比较的那些</translation>
    </message>
    <message>
        <source>are {minutes}</source>
        <translation>为 {minutes}</translation>
    </message>
    <message>
        <source>are {z} pictures of {x} x {y} pixels, but the scan has {slices} slices of {width} x {height}</source>
        <translation>是 {z} 张 {x} x {y} 像素的图像，而扫描有 {slices} 个 {width} x {height} 的切片</translation>
    </message>
    <message>
        <source>arrange it as images/ + masks/ (pictures or scans of equal names), volume-00 + segmentation-00, imagesTr/ + labelsTr/, NNN.png + NNN_mask.png, or one folder a patient with scan and mask; or name the pairs in a pairs.csv</source>
        <translation>请整理为 images/ + masks/（名称相同的图像或扫描）、volume-00 + segmentation-00、imagesTr/ + labelsTr/、NNN.png + NNN_mask.png，或每名患者一个含扫描和掩膜的文件夹；或在 pairs.csv 中写明配对</translation>
    </message>
    <message>
        <source>artery</source>
        <translation>动脉</translation>
    </message>
    <message>
        <source>Artificial Intelligence</source>
        <translation>人工智能</translation>
    </message>
    <message>
        <source>Artificial tumours</source>
        <translation>人造肿瘤</translation>
    </message>
    <message>
        <source>artificial tumours</source>
        <translation>人造肿瘤</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>ascites</source>
        <translation>腹水</translation>
    </message>
    <message>
        <source>ask for permission to read it</source>
        <translation>请申请读取权限</translation>
    </message>
    <message>
        <source>asks for a &quot;{key}&quot;</source>
        <translation>要求“{key}”</translation>
    </message>
    <message>
        <source>at most {seconds_words} of learning</source>
        <translation>最多{seconds_words}学习</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>同时处理</translation>
    </message>
    <message>
        <source>at once mirrored as well</source>
        <translation>同时处理并加镜像</translation>
    </message>
    <message>
        <source>At {image_size} pixels nothing is left of {voxels} voxels of {name}.</source>
        <translation>在 {image_size} 像素下，{name}的 {voxels} 个体素什么也不剩。</translation>
    </message>
    <message>
        <source>At {squared}, {here} shrink {limit}.</source>
        <translation>以 {squared}，{here}缩小到{limit}。</translation>
    </message>
    <message>
        <source>At {squared}, {here} shrinks {limit}.</source>
        <translation>以 {squared}，{here}缩小到{limit}。</translation>
    </message>
    <message>
        <source>At {squared}, {percent} of your tumours shrink {limit}: {size} chosen, where {still}.</source>
        <translation>以 {squared}，您的 {percent} 的肿瘤缩小到{limit}：选择 {size}，此时{still}。</translation>
    </message>
    <message>
        <source>Augmentation moved the whole mask out of {names}: turn or scale less.</source>
        <translation>增强将 {names} 的整个掩膜移出画面：请减小旋转或缩放。</translation>
    </message>
    <message>
        <source>automatic: {precision} here</source>
        <translation>自动：此处为 {precision}</translation>
    </message>
    <message>
        <source>Averaging of weights over steps; 0: none</source>
        <translation>对各步权重取平均；0：不取</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Base channels</source>
        <translation>基础通道数</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>batch {batches} of epoch {epoch}</source>
        <translation>第 {epoch} 轮第 {batches} 批</translation>
    </message>
    <message>
        <source>Batches in a round; 0: every slice once</source>
        <translation>每轮的批次数；0：每个切片一次</translation>
    </message>
    <message>
        <source>Batches per epoch</source>
        <translation>每轮批次数</translation>
    </message>
    <message>
        <source>Began with</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>begins with values too long to be true</source>
        <translation>开头的值长得不真实</translation>
    </message>
    <message>
        <source>below {smallest_lesion} pixels</source>
        <translation>{smallest_lesion} 像素以下</translation>
    </message>
    <message>
        <source>bent by {pixels} px</source>
        <translation>变形 {pixels} px</translation>
    </message>
    <message>
        <source>bile duct</source>
        <translation>胆管</translation>
    </message>
    <message>
        <source>bladder</source>
        <translation>膀胱</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>body</source>
        <translation>身体</translation>
    </message>
    <message>
        <source>body: the air around the patient is cut off first</source>
        <translation>body：先裁掉患者周围的空气</translation>
    </message>
    <message>
        <source>bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>bones and fat lie alike, {likeness} of 1 (other people: 0.75 at most), and the outlines of the body, {outline} (other people: 0.92 at most)</source>
        <translation>骨骼和脂肪位置相似，{likeness}（满分 1；其他人最多 0.75），身体轮廓 {outline}（其他人最多 0.92）</translation>
    </message>
    <message>
        <source>Border Dice, 1 mm</source>
        <translation>边界 Dice，1 mm</translation>
    </message>
    <message>
        <source>Border Dice, 2 mm</source>
        <translation>边界 Dice，2 mm</translation>
    </message>
    <message>
        <source>Both say where in the same space they lie.</source>
        <translation>两者都说明了在同一空间中的位置。</translation>
    </message>
    <message>
        <source>Bottom of the U, level {level}</source>
        <translation>U 的底部，第 {level} 层</translation>
    </message>
    <message>
        <source>Boundary fidelity</source>
        <translation>边界保真</translation>
    </message>
    <message>
        <source>bowel</source>
        <translation>肠</translation>
    </message>
    <message>
        <source>brain</source>
        <translation>脑</translation>
    </message>
    <message>
        <source>Brighter than this is white</source>
        <translation>比这更亮的为白</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>by patient: nobody is on two sides</source>
        <translation>按患者：没有人同时在两侧</translation>
    </message>
    <message>
        <source>by slice: the same patients were learned from and scored</source>
        <translation>按切片：同一患者既用于学习又用于评分</translation>
    </message>
    <message>
        <source>calls value {value} {label}, but {first_case} calls it {first}</source>
        <translation>将值 {value} 称为{label}，而 {first_case} 称为{first}</translation>
    </message>
    <message>
        <source>can be opened in more than one way, and a case needs one</source>
        <translation>可用不止一种方式打开，而病例需要一种确定的方式</translation>
    </message>
    <message>
        <source>can only begin a new run</source>
        <translation>只能开始新的运行</translation>
    </message>
    <message>
        <source>can&apos;t allocate memory</source>
        <translation>can&apos;t allocate memory</translation>
    </message>
    <message>
        <source>cannot be brought back ({reason})</source>
        <translation>无法恢复（{reason}）</translation>
    </message>
    <message>
        <source>cannot be filled: {what}</source>
        <translation>无法填充：{what}</translation>
    </message>
    <message>
        <source>cannot be inflated</source>
        <translation>无法解压</translation>
    </message>
    <message>
        <source>cannot be learned from: {problem}</source>
        <translation>无法用于学习：{problem}</translation>
    </message>
    <message>
        <source>cannot be learned from{value}: {problem}</source>
        <translation>无法用于学习{value}：{problem}</translation>
    </message>
    <message>
        <source>cannot be made</source>
        <translation>无法创建</translation>
    </message>
    <message>
        <source>cannot be made ({strerror})</source>
        <translation>无法创建（{strerror}）</translation>
    </message>
    <message>
        <source>cannot be measured while a training goes on: each would slow the other down, and the curve would be wrong</source>
        <translation>在训练进行时无法测量：两者会互相拖慢，曲线也会不准</translation>
    </message>
    <message>
        <source>cannot be measured while another one is</source>
        <translation>在另一条学习曲线正在测量时无法测量</translation>
    </message>
    <message>
        <source>cannot be moved ({strerror})</source>
        <translation>无法移动（{strerror}）</translation>
    </message>
    <message>
        <source>cannot be opened ({why})</source>
        <translation>无法打开（{why}）</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>cannot be read ({strerror})</source>
        <translation>无法读取（{strerror}）</translation>
    </message>
    <message>
        <source>cannot be saved as DICOM: its scan was resampled on opening, and the mask would be tied to slices that lie elsewhere</source>
        <translation>无法保存为 DICOM：其扫描在打开时经过重采样，掩膜会与位置不同的切片关联</translation>
    </message>
    <message>
        <source>cannot be saved as DICOM: no DICOM scan is open that it was drawn on</source>
        <translation>无法保存为 DICOM：没有打开它所画的 DICOM 扫描</translation>
    </message>
    <message>
        <source>cannot be saved as DICOM: the files of its scan are packed in an archive</source>
        <translation>无法保存为 DICOM：其扫描的文件打包在压缩包中</translation>
    </message>
    <message>
        <source>cannot be tied to its scan, whose files lack identifiers (UIDs)</source>
        <translation>无法与其扫描关联，因为扫描文件缺少标识符 (UID)</translation>
    </message>
    <message>
        <source>cannot be told apart: both look like images</source>
        <translation>无法区分：两者看起来都像图像</translation>
    </message>
    <message>
        <source>cannot be told apart: both look like masks</source>
        <translation>无法区分：两者看起来都像掩膜</translation>
    </message>
    <message>
        <source>cannot be unpacked</source>
        <translation>无法解压</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>不能使用</translation>
    </message>
    <message>
        <source>cannot be written to ({strerror})</source>
        <translation>无法写入（{strerror}）</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>级联</translation>
    </message>
    <message>
        <source>case {case_id} slice {z}</source>
        <translation>病例 {case_id} 切片 {z}</translation>
    </message>
    <message>
        <source>case {name}</source>
        <translation>病例 {name}</translation>
    </message>
    <message>
        <source>Case {name} keeps training from starting: {rstrip}.</source>
        <translation>病例 {name} 使训练无法开始：{rstrip}。</translation>
    </message>
    <message>
        <source>Cases that are one person and stay together: 00,01; 05,06,07</source>
        <translation>属于同一人并保持在一起的病例：00,01; 05,06,07</translation>
    </message>
    <message>
        <source>Change {words}</source>
        <translation>更改 {words}</translation>
    </message>
    <message>
        <source>changed while it was read</source>
        <translation>在读取期间发生了变化</translation>
    </message>
    <message>
        <source>Changing label values</source>
        <translation>正在更改标签值</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>CHAOS: the pictures in Ground are taken from the feet up, in the order of their names. In the published data they run from the head down: check the pairs.</source>
        <translation>CHAOS：Ground 中的图像按名称顺序从足侧向上取。在发布的数据中它们从头侧向下：请检查配对。</translation>
    </message>
    <message>
        <source>check it and try again</source>
        <translation>请检查并重试</translation>
    </message>
    <message>
        <source>check it and {go_on}</source>
        <translation>请检查并{go_on}</translation>
    </message>
    <message>
        <source>check that it is there</source>
        <translation>请检查它是否在那里</translation>
    </message>
    <message>
        <source>check the disk, then go on</source>
        <translation>请检查磁盘，然后继续</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>请检查路径</translation>
    </message>
    <message>
        <source>check what it is and export it again</source>
        <translation>请检查它是什么并重新导出</translation>
    </message>
    <message>
        <source>check where it lies</source>
        <translation>请检查其位置</translation>
    </message>
    <message>
        <source>check your rights to it or choose another folder</source>
        <translation>请检查您对它的权限或选择其他文件夹</translation>
    </message>
    <message>
        <source>Checking {case_id}</source>
        <translation>正在检查 {case_id}</translation>
    </message>
    <message>
        <source>choose .nii.gz</source>
        <translation>请选择 .nii.gz</translation>
    </message>
    <message>
        <source>choose .seg.nrrd, which keeps their names</source>
        <translation>请选择 .seg.nrrd，它保留其名称</translation>
    </message>
    <message>
        <source>choose 2 or more</source>
        <translation>请选择 2 或更多</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>请选择文件</translation>
    </message>
    <message>
        <source>choose a file that the split board saved</source>
        <translation>请选择划分板保存的文件</translation>
    </message>
    <message>
        <source>choose a folder with a scan in it</source>
        <translation>请选择含有扫描的文件夹</translation>
    </message>
    <message>
        <source>choose a higher one</source>
        <translation>请选择更高的值</translation>
    </message>
    <message>
        <source>choose a larger image_size</source>
        <translation>请选择更大的 image_size</translation>
    </message>
    <message>
        <source>choose a larger image_size or a smaller depth</source>
        <translation>请选择更大的 image_size 或更小的深度</translation>
    </message>
    <message>
        <source>choose a model of these labels, or start from scratch</source>
        <translation>请选择这些标签的模型，或从零开始</translation>
    </message>
    <message>
        <source>choose a model.safetensors from a run folder</source>
        <translation>请从运行文件夹中选择 model.safetensors</translation>
    </message>
    <message>
        <source>choose a multiple of {step}</source>
        <translation>请选择 {step} 的倍数</translation>
    </message>
    <message>
        <source>choose a new folder</source>
        <translation>请选择新文件夹</translation>
    </message>
    <message>
        <source>choose a new folder outside it: originals are never changed</source>
        <translation>请在其外选择新文件夹：原始文件绝不更改</translation>
    </message>
    <message>
        <source>choose a run folder or start a new run</source>
        <translation>请选择运行文件夹或开始新的运行</translation>
    </message>
    <message>
        <source>choose a scan</source>
        <translation>请选择扫描</translation>
    </message>
    <message>
        <source>choose a scan or a mask</source>
        <translation>请选择扫描或掩膜</translation>
    </message>
    <message>
        <source>choose a shorter name</source>
        <translation>请选择较短的名称</translation>
    </message>
    <message>
        <source>choose a smaller batch size or close other programs</source>
        <translation>请选择较小的批大小或关闭其他程序</translation>
    </message>
    <message>
        <source>choose a smaller {setting}, or close other programs and continue</source>
        <translation>请选择较小的 {setting}，或关闭其他程序后继续</translation>
    </message>
    <message>
        <source>choose a split that was saved before</source>
        <translation>请选择之前保存的划分</translation>
    </message>
    <message>
        <source>choose all cases of this patient for {side}, or none</source>
        <translation>请将该患者的所有病例都选作{side}，或都不选</translation>
    </message>
    <message>
        <source>choose another disk</source>
        <translation>请选择其他磁盘</translation>
    </message>
    <message>
        <source>choose another disk and check this one</source>
        <translation>请选择其他磁盘并检查此磁盘</translation>
    </message>
    <message>
        <source>Choose another disk for the runs, and check this one.</source>
        <translation>请为运行选择其他磁盘，并检查此磁盘。</translation>
    </message>
    <message>
        <source>choose another epoch</source>
        <translation>请选择其他轮次</translation>
    </message>
    <message>
        <source>choose another epoch, or pin this patient for the next ones</source>
        <translation>请选择其他轮次，或为后续轮次固定该患者</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>请选择其他文件</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>请选择其他文件夹</translation>
    </message>
    <message>
        <source>choose another folder for runs</source>
        <translation>请为运行选择其他文件夹</translation>
    </message>
    <message>
        <source>Choose another folder for runs.</source>
        <translation>请为运行选择其他文件夹。</translation>
    </message>
    <message>
        <source>choose another label</source>
        <translation>请选择其他标签</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>请选择其他名称</translation>
    </message>
    <message>
        <source>choose at least one</source>
        <translation>请至少选择一个</translation>
    </message>
    <message>
        <source>choose both for {side}, or none</source>
        <translation>请将两者都选作{side}，或都不选</translation>
    </message>
    <message>
        <source>choose fewer test cases</source>
        <translation>请选择较少的测试病例</translation>
    </message>
    <message>
        <source>choose fewer validation cases</source>
        <translation>请选择较少的验证病例</translation>
    </message>
    <message>
        <source>choose from 1 to 100000</source>
        <translation>请在 1 到 100000 之间选择</translation>
    </message>
    <message>
        <source>choose from {list}</source>
        <translation>请从 {list} 中选择</translation>
    </message>
    <message>
        <source>choose from {low} to {high}</source>
        <translation>请在 {low} 到 {high} 之间选择</translation>
    </message>
    <message>
        <source>choose its folder or start a new one</source>
        <translation>请选择其文件夹或开始新的</translation>
    </message>
    <message>
        <source>choose more than 0</source>
        <translation>请选择大于 0 的值</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>请选择一个</translation>
    </message>
    <message>
        <source>choose one it holds</source>
        <translation>请选择其中含有的序列</translation>
    </message>
    <message>
        <source>choose one of 1 to {count}</source>
        <translation>请从 1 至 {count} 中选择</translation>
    </message>
    <message>
        <source>choose one of them</source>
        <translation>请选择其中一个</translation>
    </message>
    <message>
        <source>choose one of them: validation decides which round is kept, the test decides nothing</source>
        <translation>请选择其一：验证决定保留哪一轮，测试不决定任何事</translation>
    </message>
    <message>
        <source>choose one of {choices}</source>
        <translation>请从 {choices} 中选择</translation>
    </message>
    <message>
        <source>Choose one that has it for validation: {listed}.</source>
        <translation>请选择一名有它的患者作验证：{listed}。</translation>
    </message>
    <message>
        <source>choose other test cases</source>
        <translation>请选择其他测试病例</translation>
    </message>
    <message>
        <source>choose other test cases, or start from scratch</source>
        <translation>请选择其他测试病例，或从零开始</translation>
    </message>
    <message>
        <source>choose other validation cases</source>
        <translation>请选择其他验证病例</translation>
    </message>
    <message>
        <source>choose PNG, JPEG or TIFF slices</source>
        <translation>请选择 PNG、JPEG 或 TIFF 切片</translation>
    </message>
    <message>
        <source>choose sides that are multiples of {step}</source>
        <translation>请选择边长为 {step} 的倍数</translation>
    </message>
    <message>
        <source>choose the files of a scan</source>
        <translation>请选择扫描的文件</translation>
    </message>
    <message>
        <source>choose the folder above it, which has both</source>
        <translation>请选择其上一级、两者都有的文件夹</translation>
    </message>
    <message>
        <source>choose the folder of a data set</source>
        <translation>请选择数据集的文件夹</translation>
    </message>
    <message>
        <source>choose the folder of one scan</source>
        <translation>请选择一个扫描的文件夹</translation>
    </message>
    <message>
        <source>choose the folder of scans</source>
        <translation>请选择扫描文件夹</translation>
    </message>
    <message>
        <source>choose the folder of the scan</source>
        <translation>请选择扫描的文件夹</translation>
    </message>
    <message>
        <source>choose the folder that holds images and masks</source>
        <translation>请选择包含图像和掩膜的文件夹</translation>
    </message>
    <message>
        <source>choose the masks that belong to these scans</source>
        <translation>请选择属于这些扫描的掩膜</translation>
    </message>
    <message>
        <source>choose the model file as Slicewise wrote it</source>
        <translation>请选择由 Slicewise 写出的模型文件</translation>
    </message>
    <message>
        <source>choose the model&apos;s settings for the run, or start from scratch</source>
        <translation>请为该运行选择模型的设置，或从零开始</translation>
    </message>
    <message>
        <source>choose the original CT series</source>
        <translation>请选择原始 CT 序列</translation>
    </message>
    <message>
        <source>choose the scan of these masks</source>
        <translation>请选择这些掩膜的扫描</translation>
    </message>
    <message>
        <source>choose the slices of one patient, or use the folder as training data</source>
        <translation>请选择一名患者的切片，或将该文件夹用作训练数据</translation>
    </message>
    <message>
        <source>choose {list}</source>
        <translation>请选择 {list}</translation>
    </message>
    <message>
        <source>classes: each pixel is one label; regions: liver (tumour counted in) and tumour</source>
        <translation>classes：每个像素一个标签；regions：肝脏（含肿瘤）和肿瘤</translation>
    </message>
    <message>
        <source>Close look</source>
        <translation>近看</translation>
    </message>
    <message>
        <source>close other programs</source>
        <translation>请关闭其他程序</translation>
    </message>
    <message>
        <source>close other programs and {go_on}</source>
        <translation>请关闭其他程序并{go_on}</translation>
    </message>
    <message>
        <source>close what uses it, try again</source>
        <translation>请关闭占用它的程序，再试一次</translation>
    </message>
    <message>
        <source>closes a sequence that is not open</source>
        <translation>关闭了未打开的序列</translation>
    </message>
    <message>
        <source>Coarser levels are taught too, while training</source>
        <translation>训练时也教较粗的层级</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>结肠</translation>
    </message>
    <message>
        <source>combine models of one cross-validation, or use one of them</source>
        <translation>请组合同一交叉验证的模型，或只用其中一个</translation>
    </message>
    <message>
        <source>compare masks of the same scan</source>
        <translation>请比较同一扫描的掩膜</translation>
    </message>
    <message>
        <source>compare masks of the same scan, or resample one to the other first</source>
        <translation>请比较同一扫描的掩膜，或先将其一重采样到另一个</translation>
    </message>
    <message>
        <source>Comparing {prediction} with {reference}</source>
        <translation>正在比较 {prediction} 与 {reference}</translation>
    </message>
    <message>
        <source>content time</source>
        <translation>内容时间</translation>
    </message>
    <message>
        <source>continue it as it was begun</source>
        <translation>请按开始时的方式继续</translation>
    </message>
    <message>
        <source>continue that one or choose another folder</source>
        <translation>请继续它或选择其他文件夹</translation>
    </message>
    <message>
        <source>continue the run with --resume: what was saved is kept</source>
        <translation>用 --resume 继续该运行：已保存的内容仍在</translation>
    </message>
    <message>
        <source>continue the run: it is made again</source>
        <translation>请继续该运行：会重新生成</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>contrast phase</source>
        <translation>增强期相</translation>
    </message>
    <message>
        <source>Contrasts are n/a: </source>
        <translation>对比度为 n/a：</translation>
    </message>
    <message>
        <source>convert it to NIfTI with the program it came from</source>
        <translation>请用来源程序转换为 NIfTI</translation>
    </message>
    <message>
        <source>copy both files together</source>
        <translation>请一起复制两个文件</translation>
    </message>
    <message>
        <source>copy it again</source>
        <translation>请重新复制</translation>
    </message>
    <message>
        <source>copy it again from its source</source>
        <translation>请从来源重新复制</translation>
    </message>
    <message>
        <source>copy it again from its source, or remove the damaged files</source>
        <translation>请从来源重新复制，或移除损坏的文件</translation>
    </message>
    <message>
        <source>could be compared</source>
        <translation>能够比较</translation>
    </message>
    <message>
        <source>could not be read: its reader {fault}</source>
        <translation>无法读取：其读取程序{fault}</translation>
    </message>
    <message>
        <source>could not be read: {subject} {fault}</source>
        <translation>无法读取：{subject} {fault}</translation>
    </message>
    <message>
        <source>create the folder first</source>
        <translation>请先创建文件夹</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Cut at half</source>
        <translation>在一半处截断</translation>
    </message>
    <message>
        <source>Cut its soft edges at half</source>
        <translation>将其柔和边缘在一半处截断</translation>
    </message>
    <message>
        <source>Cut soft edges at half</source>
        <translation>将柔和边缘在一半处截断</translation>
    </message>
    <message>
        <source>cyst</source>
        <translation>囊肿</translation>
    </message>
    <message>
        <source>darker in some patients and brighter in others</source>
        <translation>在某些患者中更暗，在另一些中更亮</translation>
    </message>
    <message>
        <source>Darker than this is black</source>
        <translation>比这更暗的为黑</translation>
    </message>
    <message>
        <source>Decoder, level {level}</source>
        <translation>解码器，第 {level} 层</translation>
    </message>
    <message>
        <source>Deep supervision</source>
        <translation>深度监督</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>describes no ensemble of models</source>
        <translation>没有描述模型集成</translation>
    </message>
    <message>
        <source>describes no segments</source>
        <translation>没有描述分割段</translation>
    </message>
    <message>
        <source>describes segment {number} twice</source>
        <translation>两次描述了分割段 {number}</translation>
    </message>
    <message>
        <source>describes {items} frames and holds {frames}</source>
        <translation>描述了 {items} 帧而含有 {frames} 帧</translation>
    </message>
    <message>
        <source>describes {own} frames where it says it has {frames}</source>
        <translation>描述了 {own} 帧，而自称有 {frames} 帧</translation>
    </message>
    <message>
        <source>Detail size</source>
        <translation>近看尺寸</translation>
    </message>
    <message>
        <source>Detail window</source>
        <translation>近看窗</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>DICOM + SEG or RTSTRUCT</source>
        <translation>DICOM + SEG 或 RTSTRUCT</translation>
    </message>
    <message>
        <source>DICOM segmentation</source>
        <translation>DICOM 分割</translation>
    </message>
    <message>
        <source>did not begin</source>
        <translation>没有开始</translation>
    </message>
    <message>
        <source>differs from {display_name} in upper and lower case alone, which many disks do not tell apart</source>
        <translation>与 {display_name} 只有大小写不同，许多磁盘无法区分</translation>
    </message>
    <message>
        <source>Digits of numbers while learning; auto: what is fastest here</source>
        <translation>学习时数字的精度；auto：此处最快的</translation>
    </message>
    <message>
        <source>direction (one is turned or mirrored against the other)</source>
        <translation>方向（一个相对另一个旋转或镜像）</translation>
    </message>
    <message>
        <source>Distance to the edge is the gap between the lesion and the nearest voxel outside the liver: 0 where it touches the edge, negative where the lesion lies outside the liver. Where the scan ends, the edge is not known and not counted.</source>
        <translation>到边缘的距离是病灶与肝外最近体素之间的间隙：触及边缘处为 0，病灶在肝外处为负。扫描结束之处边缘未知，不计入。</translation>
    </message>
    <message>
        <source>Distances in mm between border voxels (those with a face to the outside; centre to centre, each counted once): HD95 is the larger of the two 95th percentiles, one for each direction, ASSD the mean over the borders of both. Surface Dice is the share of both surfaces, by area, within the tolerance of the other, measured between the corners of voxels. Without a scale all are n/a; where one side is empty distances are n/a and surface Dice is 0; where both are, all are n/a.</source>
        <translation>边界体素（有一面朝外者；中心到中心，各计一次）之间以 mm 计的距离：HD95 为两个方向 95 百分位数中较大者，ASSD 为两者边界的平均。表面 Dice 是两个表面中（按面积）位于另一个容差之内的比例，在体素角之间测量。没有比例尺时全部为 n/a；一侧为空时距离为 n/a、表面 Dice 为 0；两侧都为空时全部为 n/a。</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>does not give three voxel spacings</source>
        <translation>没有给出三个体素间距</translation>
    </message>
    <message>
        <source>does not hold that series</source>
        <translation>不含该序列</translation>
    </message>
    <message>
        <source>does not hold the {width} x {height} pixels of its header</source>
        <translation>不含文件头所说的 {width} x {height} 像素</translation>
    </message>
    <message>
        <source>does not lie on the grid of {reference}: reference and prediction have {list}</source>
        <translation>不在 {reference} 的网格上：参考和预测有 {list}</translation>
    </message>
    <message>
        <source>does not name its scan</source>
        <translation>没有指明其扫描</translation>
    </message>
    <message>
        <source>does not read as a dataset.json</source>
        <translation>不是可读的 dataset.json</translation>
    </message>
    <message>
        <source>does not say how it is written</source>
        <translation>没有说明其写入方式</translation>
    </message>
    <message>
        <source>does not say how its frames lie</source>
        <translation>没有说明其帧的朝向</translation>
    </message>
    <message>
        <source>does not say how many mm its voxels measure, and a surface file is in mm</source>
        <translation>没有说明其体素为多少 mm，而表面文件以 mm 为单位</translation>
    </message>
    <message>
        <source>does not say of each frame where it lies</source>
        <translation>没有说明每一帧的位置</translation>
    </message>
    <message>
        <source>does not say to which segment its frames belong</source>
        <translation>没有说明其帧属于哪个分割段</translation>
    </message>
    <message>
        <source>does not say where its frames lie</source>
        <translation>没有说明其帧的位置</translation>
    </message>
    <message>
        <source>does not say where its pixels are</source>
        <translation>没有说明其像素在哪里</translation>
    </message>
    <message>
        <source>does not say where its voxels lie</source>
        <translation>没有说明其体素的位置</translation>
    </message>
    <message>
        <source>does not say which series it was drawn on</source>
        <translation>没有说明画在哪个序列上</translation>
    </message>
    <message>
        <source>does not take the predictions ({strerror})</source>
        <translation>无法接收预测（{strerror}）</translation>
    </message>
    <message>
        <source>Doubled ({count} ×) by bilinear interpolation with a 1 × 1 convolution, which draws smooth outlines without checkerboards; the mask leaves at the size of the picture.</source>
        <translation>以双线性插值加 1 × 1 卷积加倍（{count} ×），画出没有棋盘格的平滑轮廓；掩膜与图像大小相同。</translation>
    </message>
    <message>
        <source>Doubled ({count} ×) by learned 2 × 2 transposed convolutions, so the mask leaves at the size of the picture and every pixel of the slice gets its answer.</source>
        <translation>以学习得到的 2 × 2 转置卷积加倍（{count} ×），因此掩膜与图像大小相同，切片的每个像素都得到答案。</translation>
    </message>
    <message>
        <source>download it again, or take it away: pairs are then found by their names alone</source>
        <translation>请重新下载，或将其移走：届时只按名称查找配对</translation>
    </message>
    <message>
        <source>download MASKS_DICOM again</source>
        <translation>请重新下载 MASKS_DICOM</translation>
    </message>
    <message>
        <source>draw one first</source>
        <translation>请先画一个</translation>
    </message>
    <message>
        <source>draw one first or choose .nii.gz</source>
        <translation>请先画一个或选择 .nii.gz</translation>
    </message>
    <message>
        <source>Drawing confidence intervals</source>
        <translation>正在抽取置信区间</translation>
    </message>
    <message>
        <source>drop the two folders again</source>
        <translation>请重新拖入两个文件夹</translation>
    </message>
    <message>
        <source>Drop tumour that does not touch the liver</source>
        <translation>去掉不与肝脏接触的肿瘤</translation>
    </message>
    <message>
        <source>Drop tumours of fewer voxels than this</source>
        <translation>去掉体素数少于此的肿瘤</translation>
    </message>
    <message>
        <source>duodenum</source>
        <translation>十二指肠</translation>
    </message>
    <message>
        <source>each alone</source>
        <translation>各自单独</translation>
    </message>
    <message>
        <source>each axial slice</source>
        <translation>每个横断面切片</translation>
    </message>
    <message>
        <source>each connected lesion</source>
        <translation>每个连通的病灶</translation>
    </message>
    <message>
        <source>Each pixel of the mask can draw on {sight}, enough to know which organ it lies in.</source>
        <translation>掩膜的每个像素可依据 {sight}，足以知道自己在哪个器官中。</translation>
    </message>
    <message>
        <source>Each pixel of the mask can draw on {sight}, which is all of the picture: it can know where in the body it is.</source>
        <translation>掩膜的每个像素可依据 {sight}，即整个图像：它能知道自己在身体何处。</translation>
    </message>
    <message>
        <source>Each pixel of the mask draws on {sight} of the {side} alone: enough to judge texture, too little to know where in the body it is, so spleen or stomach may be taken for liver. One level more would about double it.</source>
        <translation>掩膜的每个像素只依据 {side} 中的 {sight}：足以判断纹理，但不足以知道自己在身体何处，因此脾或胃可能被当作肝脏。多一层约可加倍。</translation>
    </message>
    <message>
        <source>Each slice enters at {side} × {side} pixels, together with {count} slices around it.</source>
        <translation>每个切片以 {side} × {side} 像素输入，连同其周围的 {count} 个切片。</translation>
    </message>
    <message>
        <source>Each slice enters at {side} × {side} pixels.</source>
        <translation>每个切片以 {side} × {side} 像素输入。</translation>
    </message>
    <message>
        <source>each value draws on {pixels} × {pixels} pixels</source>
        <translation>每个值依据 {pixels} × {pixels} 像素</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>弹性变形</translation>
    </message>
    <message>
        <source>Ema</source>
        <translation>EMA</translation>
    </message>
    <message>
        <source>Encoder, level {level}</source>
        <translation>编码器，第 {level} 层</translation>
    </message>
    <message>
        <source>Ends on time, instead of after rounds; 0: no limit</source>
        <translation>按时结束而不是按轮数；0：不限</translation>
    </message>
    <message>
        <source>enlarged between pixels (bilinear), after a 1 × 1 convolution</source>
        <translation>先 1 × 1 卷积，再在像素间放大（双线性）</translation>
    </message>
    <message>
        <source>enlarged by a learned 2 × 2 transposed convolution</source>
        <translation>以学习得到的 2 × 2 转置卷积放大</translation>
    </message>
    <message>
        <source>Enlarging to level {level}</source>
        <translation>放大到第 {level} 层</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>evaluate two folders instead</source>
        <translation>请改为评估两个文件夹</translation>
    </message>
    <message>
        <source>every case by the network that never saw it, not by all of them together</source>
        <translation>每个病例由从未见过它的网络评分，而不是由全部一起</translation>
    </message>
    <message>
        <source>Every case is a single picture</source>
        <translation>每个病例都是单张图像</translation>
    </message>
    <message>
        <source>Every level ({count}) hands its features across, to the decoder block of the same size ({sizes} pixels), so what was seen finely is not lost on the way down.</source>
        <translation>每一层（{count}）都将其特征横向传给相同大小（{sizes} 像素）的解码模块，因此细看到的内容不会在下行途中丢失。</translation>
    </message>
    <message>
        <source>Every voxel of the mask holds a label: nothing is background.</source>
        <translation>掩膜的每个体素都带标签：没有背景。</translation>
    </message>
    <message>
        <source>everything else works without it</source>
        <translation>其他一切都可正常使用</translation>
    </message>
    <message>
        <source>exists already and was left as it is</source>
        <translation>已存在，保持原样</translation>
    </message>
    <message>
        <source>exit code {exit_code}</source>
        <translation>退出码 {exit_code}</translation>
    </message>
    <message>
        <source>export 3D</source>
        <translation>请导出 3D</translation>
    </message>
    <message>
        <source>export again</source>
        <translation>请重新导出</translation>
    </message>
    <message>
        <source>export alike</source>
        <translation>请以一致方式导出</translation>
    </message>
    <message>
        <source>export all slices alike</source>
        <translation>请以一致方式导出所有切片</translation>
    </message>
    <message>
        <source>export fewer labels at a time</source>
        <translation>请一次导出较少的标签</translation>
    </message>
    <message>
        <source>export it again</source>
        <translation>请重新导出</translation>
    </message>
    <message>
        <source>export it again with its true spacing</source>
        <translation>请以真实间距重新导出</translation>
    </message>
    <message>
        <source>export it again; it is damaged</source>
        <translation>请重新导出；它已损坏</translation>
    </message>
    <message>
        <source>export it as BINARY</source>
        <translation>请以 BINARY 导出</translation>
    </message>
    <message>
        <source>export it as grey values</source>
        <translation>请导出为灰度值</translation>
    </message>
    <message>
        <source>export it as little-endian</source>
        <translation>请以小端序导出</translation>
    </message>
    <message>
        <source>export it as NIfTI</source>
        <translation>请导出为 NIfTI</translation>
    </message>
    <message>
        <source>export it in grey values</source>
        <translation>请以灰度值导出</translation>
    </message>
    <message>
        <source>export it in mm</source>
        <translation>请以 mm 导出</translation>
    </message>
    <message>
        <source>export it uncompressed</source>
        <translation>请以未压缩方式导出</translation>
    </message>
    <message>
        <source>export it unpacked, or with LZW or deflate</source>
        <translation>请以未压缩或 LZW、deflate 方式导出</translation>
    </message>
    <message>
        <source>export it with 0 as black</source>
        <translation>请以 0 为黑导出</translation>
    </message>
    <message>
        <source>export it with 8 or 16 bits of grey</source>
        <translation>请以 8 或 16 位灰度导出</translation>
    </message>
    <message>
        <source>export one direction of it</source>
        <translation>请导出其中一个方向</translation>
    </message>
    <message>
        <source>export one time point of it</source>
        <translation>请导出其中一个时间点</translation>
    </message>
    <message>
        <source>export one volume (3D)</source>
        <translation>请导出一个体积 (3D)</translation>
    </message>
    <message>
        <source>export one volume (3D) of it</source>
        <translation>请导出其中一个体积 (3D)</translation>
    </message>
    <message>
        <source>export one volume (3D) of it in grey values</source>
        <translation>请以灰度值导出其中一个体积 (3D)</translation>
    </message>
    <message>
        <source>export single slices</source>
        <translation>请导出单个切片</translation>
    </message>
    <message>
        <source>export the masks of one scan on one grid</source>
        <translation>请在同一网格上导出同一扫描的掩膜</translation>
    </message>
    <message>
        <source>export the scan again</source>
        <translation>请重新导出扫描</translation>
    </message>
    <message>
        <source>export the series again</source>
        <translation>请重新导出序列</translation>
    </message>
    <message>
        <source>export the series as MONOCHROME2</source>
        <translation>请以 MONOCHROME2 导出序列</translation>
    </message>
    <message>
        <source>export the series uncompressed</source>
        <translation>请以未压缩方式导出序列</translation>
    </message>
    <message>
        <source>export the series with a rescale slope and intercept</source>
        <translation>请以 rescale slope 和 intercept 导出序列</translation>
    </message>
    <message>
        <source>Extra lesson at level {level} (training only)</source>
        <translation>第 {level} 层的额外课程（仅训练时）</translation>
    </message>
    <message>
        <source>fat</source>
        <translation>脂肪</translation>
    </message>
    <message>
        <source>Feature maps are never more than this</source>
        <translation>特征图数永远不超过此值</translation>
    </message>
    <message>
        <source>Feature maps at full resolution</source>
        <translation>全分辨率时的特征图数</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Fill every batch so that rare labels and small patients are seen</source>
        <translation>填充每一批，使罕见标签和小患者都被看到</translation>
    </message>
    <message>
        <source>Fill it on the only scan of the same space</source>
        <translation>填充到同一空间的唯一扫描上</translation>
    </message>
    <message>
        <source>Filling contours of {name}</source>
        <translation>正在填充 {name} 的轮廓</translation>
    </message>
    <message>
        <source>find the missing files</source>
        <translation>请找到缺少的文件</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>finds none of its {which} cases</source>
        <translation>没有找到任何{which}病例</translation>
    </message>
    <message>
        <source>finds {names} where  finds {names_2}</source>
        <translation>找到 {names}，而另一个找到 {names_2}</translation>
    </message>
    <message>
        <source>finds {own}, but this data set teaches {asked}</source>
        <translation>找到 {own}，但此数据集教的是 {asked}</translation>
    </message>
    <message>
        <source>finished no round</source>
        <translation>没有完成任何一轮</translation>
    </message>
    <message>
        <source>First network: finds the organ in the whole slice</source>
        <translation>第一个网络：在整个切片中找到器官</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>fit mirrored {axes}</source>
        <translation>镜像后吻合（{axes}）</translation>
    </message>
    <message>
        <source>fits {counted} equally well</source>
        <translation>同样符合 {counted}</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>float32 is fastest on one of the machines.</source>
        <translation>在其中一台机器上 float32 最快。</translation>
    </message>
    <message>
        <source>Fold {number} of {folds}.</source>
        <translation>第 {number} 折，共 {folds} 折。</translation>
    </message>
    <message>
        <source>folder of PNG pictures</source>
        <translation>PNG 图像文件夹</translation>
    </message>
    <message>
        <source>Forecast{doubt}: {reading} to read the scans once, then {length} in {counted}, from {images} slices; {memory}, {disk_mb} GB on the disk.</source>
        <translation>预估{doubt}：{reading}读取扫描一次，然后 {length}，共 {counted}，来自 {images} 个切片；{memory}，磁盘 {disk_mb} GB。</translation>
    </message>
    <message>
        <source>format binary_little_endian 1.0</source>
        <translation>format binary_little_endian 1.0</translation>
    </message>
    <message>
        <source>frame orientation</source>
        <translation>帧朝向</translation>
    </message>
    <message>
        <source>frame position</source>
        <translation>帧位置</translation>
    </message>
    <message>
        <source>frames of reference</source>
        <translation>参考坐标系</translation>
    </message>
    <message>
        <source>free some disk space</source>
        <translation>请腾出一些磁盘空间</translation>
    </message>
    <message>
        <source>from its first line on</source>
        <translation>从第一行起</translation>
    </message>
    <message>
        <source>from the feet, counted from 0</source>
        <translation>从足侧起，自 0 计数</translation>
    </message>
    <message>
        <source>from {first} to {last} in {losses} batches</source>
        <translation>从 {first} 到 {last}，共 {losses} 批</translation>
    </message>
    <message>
        <source>front to back</source>
        <translation>前后</translation>
    </message>
    <message>
        <source>gallbladder</source>
        <translation>胆囊</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>gave a loss that is not a number{on}, also after going back {rollbacks} times and at {factor} of the learning rate</source>
        <translation>给出的损失不是数{on}，即使回退 {rollbacks} 次并以 {factor} 的学习率也是如此</translation>
    </message>
    <message>
        <source>gave neither scan nor mask</source>
        <translation>既没有扫描也没有掩膜</translation>
    </message>
    <message>
        <source>give a number</source>
        <translation>请给出一个数</translation>
    </message>
    <message>
        <source>give a positive one</source>
        <translation>请给出正数</translation>
    </message>
    <message>
        <source>give a {name}</source>
        <translation>请给出{name}</translation>
    </message>
    <message>
        <source>give it more epochs or start a new run</source>
        <translation>请给它更多轮次或开始新的运行</translation>
    </message>
    <message>
        <source>give it more rounds, or more patients that have it</source>
        <translation>给它更多轮次，或更多带有它的患者</translation>
    </message>
    <message>
        <source>give it the columns image and mask, with paths as seen from the table&apos;s own folder</source>
        <translation>请给出 image 和 mask 列，路径相对于该表所在的文件夹</translation>
    </message>
    <message>
        <source>give it the same values</source>
        <translation>请使用相同的值</translation>
    </message>
    <message>
        <source>give masks of the same scans the same name or number</source>
        <translation>请给同一扫描的掩膜相同的名称或编号</translation>
    </message>
    <message>
        <source>give one picture for each slice</source>
        <translation>请为每个切片提供一张图像</translation>
    </message>
    <message>
        <source>give the labels the same values in every mask</source>
        <translation>请在每个掩膜中给标签相同的值</translation>
    </message>
    <message>
        <source>give the learning curve more minutes</source>
        <translation>请给学习曲线更多分钟</translation>
    </message>
    <message>
        <source>give true or false</source>
        <translation>请给出 true 或 false</translation>
    </message>
    <message>
        <source>give two files or folders</source>
        <translation>请给出两个文件或两个文件夹</translation>
    </message>
    <message>
        <source>gives axes that are not at right angles in one of its two places (the sform)</source>
        <translation>在其两个位置之一 (sform) 给出的轴不成直角</translation>
    </message>
    <message>
        <source>gives lengths in an unknown unit</source>
        <translation>以未知单位给出长度</translation>
    </message>
    <message>
        <source>gives no pixel spacing</source>
        <translation>没有给出像素间距</translation>
    </message>
    <message>
        <source>gives two voxel sizes, {both} mm and {both_2} mm</source>
        <translation>给出两个体素大小，{both} mm 和 {both_2} mm</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>go on without it</source>
        <translation>请在没有它的情况下继续</translation>
    </message>
    <message>
        <source>goes on after its end with bytes that do not belong to it</source>
        <translation>结尾之后还有不属于它的字节</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>grey levels</source>
        <translation>灰度级</translation>
    </message>
    <message>
        <source>grey pictures, not HU</source>
        <translation>灰度图像，不是 HU</translation>
    </message>
    <message>
        <source>Grey scale of the close look, centred on the organ&apos;s own grey, as a share of the whole window; 1: as it is</source>
        <translation>近看的灰度范围，以器官自身灰度为中心，占整个窗的比例；1：原样</translation>
    </message>
    <message>
        <source>Grey values</source>
        <translation>灰度值</translation>
    </message>
    <message>
        <source>Grey window</source>
        <translation>灰度窗</translation>
    </message>
    <message>
        <source>grey {grey} of 255</source>
        <translation>灰度 {grey}（最大 255）</translation>
    </message>
    <message>
        <source>greys bent</source>
        <translation>灰度弯曲</translation>
    </message>
    <message>
        <source>Greys of the close look</source>
        <translation>近看的灰度</translation>
    </message>
    <message>
        <source>haemorrhage</source>
        <translation>出血</translation>
    </message>
    <message>
        <source>Half of each batch shows the rarest label, the rest other slices: {size} at once show several patients. There are {slices} slices to draw from.</source>
        <translation>每批一半显示最罕见的标签，其余为其他切片：一次 {size} 个可显示多名患者。共有 {slices} 个切片可抽取。</translation>
    </message>
    <message>
        <source>halved at once, by a convolution that takes every second pixel</source>
        <translation>由每隔一个像素取值的卷积立即减半</translation>
    </message>
    <message>
        <source>halved by taking the largest of 2 × 2</source>
        <translation>取 2 × 2 中的最大值而减半</translation>
    </message>
    <message>
        <source>Halved once, to {bottom} × {bottom} pixels.</source>
        <translation>减半一次，到 {bottom} × {bottom} 像素。</translation>
    </message>
    <message>
        <source>Halved {count} times, down to {bottom} × {bottom} pixels.</source>
        <translation>减半 {count} 次，到 {bottom} × {bottom} 像素。</translation>
    </message>
    <message>
        <source>Halved {down} times but doubled {up} times: the mask leaves at {output} pixels for a picture of {side}.</source>
        <translation>减半 {down} 次但加倍 {up} 次：{side} 的图像得到 {output} 像素的掩膜。</translation>
    </message>
    <message>
        <source>Harm is tumour drawn wrong, in ml: the whole volume of a missed or false lesion; of a badly outlined one (Dice below 0.70) what was left out and what was drawn too much. Of equal harm the longer diameter comes first.</source>
        <translation>危害指画错的肿瘤，单位 ml：遗漏或错误病灶的全部体积；轮廓不佳者（Dice 低于 0.70）为漏画和多画的部分。危害相同时直径较长者在先。</translation>
    </message>
    <message>
        <source>has &quot;{shown}&quot; as its {what}</source>
        <translation>的{what}为“{shown}”</translation>
    </message>
    <message>
        <source>has &quot;{shown}&quot; as its {what}, which is not {count} decimal number{value}</source>
        <translation>的{what}为“{shown}”，不是 {count} 个十进制数{value}</translation>
    </message>
    <message>
        <source>has &quot;{text}&quot; as a direction</source>
        <translation>的方向为“{text}”</translation>
    </message>
    <message>
        <source>has &quot;{text}&quot; where numbers belong</source>
        <translation>在应为数字处有“{text}”</translation>
    </message>
    <message>
        <source>has a damaged header</source>
        <translation>的文件头已损坏</translation>
    </message>
    <message>
        <source>has a damaged header or one of more than 500 lines</source>
        <translation>的文件头已损坏或超过 500 行</translation>
    </message>
    <message>
        <source>has a damaged run.json</source>
        <translation>的 run.json 已损坏</translation>
    </message>
    <message>
        <source>has a header of more than 64 KB</source>
        <translation>的文件头超过 64 KB</translation>
    </message>
    <message>
        <source>has a header of {lines} lines</source>
        <translation>的文件头有 {lines} 行</translation>
    </message>
    <message>
        <source>has a header without an end</source>
        <translation>的文件头没有结尾</translation>
    </message>
    <message>
        <source>has a name too like that of {few}</source>
        <translation>的名称与 {few} 太相似</translation>
    </message>
    <message>
        <source>has a place in space that is no number</source>
        <translation>在空间中的位置不是数</translation>
    </message>
    <message>
        <source>has a sequence of something else than items</source>
        <translation>有一个不由条目组成的序列</translation>
    </message>
    <message>
        <source>has a sequence too long to be true</source>
        <translation>有一个长得不真实的序列</translation>
    </message>
    <message>
        <source>has a size that is no whole number</source>
        <translation>的大小不是整数</translation>
    </message>
    <message>
        <source>has a voxel spacing of {value} mm, outside {low} to {high} mm</source>
        <translation>的体素间距为 {value} mm，超出 {low} 至 {high} mm</translation>
    </message>
    <message>
        <source>has a voxel spacing or direction of {value}</source>
        <translation>的体素间距或方向为 {value}</translation>
    </message>
    <message>
        <source>has all its {slices} slices at one position</source>
        <translation>的全部 {slices} 个切片在同一位置</translation>
    </message>
    <message>
        <source>has an element of {length} bytes with {size} bytes left</source>
        <translation>有一个 {length} 字节的元素，而只剩 {size} 字节</translation>
    </message>
    <message>
        <source>has an ending for masks, and this is a scan</source>
        <translation>的扩展名用于掩膜，而这是扫描</translation>
    </message>
    <message>
        <source>has an impossible position in space</source>
        <translation>在空间中的位置不可能</translation>
    </message>
    <message>
        <source>has an impossible {what}</source>
        <translation>的{what}不可能</translation>
    </message>
    <message>
        <source>has an incomplete passport ({name})</source>
        <translation>的说明不完整（{name}）</translation>
    </message>
    <message>
        <source>has an origin of {origin} numbers</source>
        <translation>的原点有 {origin} 个数</translation>
    </message>
    <message>
        <source>has an unknown byte order</source>
        <translation>的字节序未知</translation>
    </message>
    <message>
        <source>has another bit depth than the slices before</source>
        <translation>的位深与前面的切片不同</translation>
    </message>
    <message>
        <source>has axes that are not at right angles</source>
        <translation>的轴不成直角</translation>
    </message>
    <message>
        <source>has directions that are no numbers</source>
        <translation>的方向不是数</translation>
    </message>
    <message>
        <source>has directions that are no rotation</source>
        <translation>的方向不是旋转</translation>
    </message>
    <message>
        <source>has labels that overlap ({worst}), and a mask holds one label a voxel</source>
        <translation>的标签有重叠（{worst}），而掩膜每体素只含一个标签</translation>
    </message>
    <message>
        <source>has lost its slice cache</source>
        <translation>的切片缓存已丢失</translation>
    </message>
    <message>
        <source>has more elements than any picture</source>
        <translation>元素比任何图像都多</translation>
    </message>
    <message>
        <source>has no &quot;encoding&quot; in its header</source>
        <translation>文件头中没有“encoding”</translation>
    </message>
    <message>
        <source>has no &quot;type&quot; in its header</source>
        <translation>文件头中没有“type”</translation>
    </message>
    <message>
        <source>has no &quot;{key}&quot; in its header</source>
        <translation>文件头中没有“{key}”</translation>
    </message>
    <message>
        <source>has no channel &quot;{wish}&quot;</source>
        <translation>没有通道“{wish}”</translation>
    </message>
    <message>
        <source>has no columns named image and mask</source>
        <translation>没有名为 image 和 mask 的列</translation>
    </message>
    <message>
        <source>has no ending of a surface file</source>
        <translation>没有表面文件的扩展名</translation>
    </message>
    <message>
        <source>has no ending that can be saved</source>
        <translation>没有可保存的扩展名</translation>
    </message>
    <message>
        <source>has no finished epoch to go on from</source>
        <translation>没有可从其继续的完成轮次</translation>
    </message>
    <message>
        <source>has no Ground folder beside it</source>
        <translation>旁边没有 Ground 文件夹</translation>
    </message>
    <message>
        <source>has no label {number}</source>
        <translation>没有标签 {number}</translation>
    </message>
    <message>
        <source>has no labels to save</source>
        <translation>没有可保存的标签</translation>
    </message>
    <message>
        <source>has no mask called liver</source>
        <translation>没有名为 liver 的掩膜</translation>
    </message>
    <message>
        <source>has no model yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <source>has no origin</source>
        <translation>没有原点</translation>
    </message>
    <message>
        <source>has no pair left after the checks ({others} {name}: {rstrip})</source>
        <translation>检查之后没有剩下配对（{others} {name}：{rstrip}）</translation>
    </message>
    <message>
        <source>has no part &quot;{shown}&quot;</source>
        <translation>没有部分“{shown}”</translation>
    </message>
    <message>
        <source>has no pictures</source>
        <translation>没有图像</translation>
    </message>
    <message>
        <source>has no position for any of its {slices} pictures</source>
        <translation>的 {slices} 张图像都没有位置</translation>
    </message>
    <message>
        <source>has no row below its header</source>
        <translation>表头下没有行</translation>
    </message>
    <message>
        <source>has no SEG or RTSTRUCT</source>
        <translation>没有 SEG 或 RTSTRUCT</translation>
    </message>
    <message>
        <source>has no undamaged saved state left</source>
        <translation>没有剩下未损坏的保存状态</translation>
    </message>
    <message>
        <source>has no {noun} &quot;{part}&quot;</source>
        <translation>没有{noun}“{part}”</translation>
    </message>
    <message>
        <source>has no {what}</source>
        <translation>没有{what}</translation>
    </message>
    <message>
        <source>has no {which} cases</source>
        <translation>没有{which}病例</translation>
    </message>
    <message>
        <source>has nobody to validate on</source>
        <translation>没有用于验证的患者</translation>
    </message>
    <message>
        <source>has pages without end</source>
        <translation>的页没有尽头</translation>
    </message>
    <message>
        <source>has pixels of {other} x {other_2} mm, unlike the {first} x {first_2} mm of {display_name}</source>
        <translation>的像素为 {other} x {other_2} mm，与 {display_name} 的 {first} x {first_2} mm 不同</translation>
    </message>
    <message>
        <source>has quotes that do not close, so it is no table</source>
        <translation>有未闭合的引号，因此不是表格</translation>
    </message>
    <message>
        <source>has sequences nested too deep</source>
        <translation>序列嵌套过深</translation>
    </message>
    <message>
        <source>has shape {shape} where the reference has {shape_2}</source>
        <translation>的形状为 {shape}，而参考为 {shape_2}</translation>
    </message>
    <message>
        <source>has too little memory for it</source>
        <translation>内存太少</translation>
    </message>
    <message>
        <source>has too little memory for {pictures} slices at once</source>
        <translation>内存不足以一次处理 {pictures} 个切片</translation>
    </message>
    <message>
        <source>has too little memory for {wanted}</source>
        <translation>内存不足以处理 {wanted}</translation>
    </message>
    <message>
        <source>has transparent pixels</source>
        <translation>含有透明像素</translation>
    </message>
    <message>
        <source>has uneven distances between slices, from {min} to {max} mm</source>
        <translation>切片间距不均，从 {min} 到 {max} mm</translation>
    </message>
    <message>
        <source>has {bad} of {bad_2} DICOM files that are empty or damaged ({listed}), so slices may be missing</source>
        <translation>的 {bad_2} 个 DICOM 文件中有 {bad} 个为空或损坏（{listed}），因此可能缺少切片</translation>
    </message>
    <message>
        <source>has {count} frames of segment {segment} at one place, as of several times</source>
        <translation>在同一处有分割段 {segment} 的 {count} 帧，如同多个时间</translation>
    </message>
    <message>
        <source>has {drawings} masks, {names}: name the one to use in pairs.csv</source>
        <translation>有 {drawings} 个掩膜，{names}：请在 pairs.csv 中写明要用的那个</translation>
    </message>
    <message>
        <source>has {free} GB free and the slice cache needs about {need} GB</source>
        <translation>剩余 {free} GB，而切片缓存约需 {need} GB</translation>
    </message>
    <message>
        <source>has {images} pictures, and its mask {masks}</source>
        <translation>有 {images} 张图像，而其掩膜有 {masks} 张</translation>
    </message>
    <message>
        <source>has {shown} for its grey levels</source>
        <translation>的灰度为 {shown}</translation>
    </message>
    <message>
        <source>has {size} slices at the position of another one ({listed})</source>
        <translation>有 {size} 个切片与另一个位置相同（{listed}）</translation>
    </message>
    <message>
        <source>has {size} slices at the position of another one ({listed}, ...)</source>
        <translation>有 {size} 个切片与另一个位置相同（{listed}, ...）</translation>
    </message>
    <message>
        <source>has {slices} files, but {display_name} {counted}</source>
        <translation>有 {slices} 个文件，但 {display_name} 有 {counted}</translation>
    </message>
    <message>
        <source>has {there}, but this run asks for {here}</source>
        <translation>有 {there}，但此运行要求 {here}</translation>
    </message>
    <message>
        <source>have pixels of {other} x {other_2} mm, unlike the {first} x {first_2} mm of {display_name}</source>
        <translation>的像素为 {other} x {other_2} mm，与 {display_name} 的 {first} x {first_2} mm 不同</translation>
    </message>
    <message>
        <source>head to foot</source>
        <translation>头足</translation>
    </message>
    <message>
        <source>Head: draws the mask</source>
        <translation>头部：画出掩膜</translation>
    </message>
    <message>
        <source>heart</source>
        <translation>心脏</translation>
    </message>
    <message>
        <source>hepatic vein</source>
        <translation>肝静脉</translation>
    </message>
    <message>
        <source>hold no {list}{small}</source>
        <translation>不含{list}{small}</translation>
    </message>
    <message>
        <source>hold {unknown}, unknown here</source>
        <translation>含有 {unknown}，此处未知</translation>
    </message>
    <message>
        <source>holds 2 slices {gaps} mm apart, too few to tell their true distance</source>
        <translation>含有相距 {gaps} mm 的 2 个切片，太少而无法得知真实间距</translation>
    </message>
    <message>
        <source>holds a contour of {numbers} numbers where {integer} belong</source>
        <translation>含有 {numbers} 个数的轮廓，而应为 {integer} 个</translation>
    </message>
    <message>
        <source>holds a damaged learning curve</source>
        <translation>含有损坏的学习曲线</translation>
    </message>
    <message>
        <source>holds a picture of {size} x {size_2} pixels where its header says {columns} x {rows}</source>
        <translation>含有 {size} x {size_2} 像素的图像，而文件头说是 {columns} x {rows}</translation>
    </message>
    <message>
        <source>holds a run already</source>
        <translation>已含有运行</translation>
    </message>
    <message>
        <source>holds a {kind} already</source>
        <translation>已含有{kind}</translation>
    </message>
    <message>
        <source>holds bytes where an element should begin</source>
        <translation>在元素应开始处有多余字节</translation>
    </message>
    <message>
        <source>holds colours as {photometric}, unpacked</source>
        <translation>含有 {photometric} 颜色，未压缩</translation>
    </message>
    <message>
        <source>holds colours of {bits_stored} of {bits} bits</source>
        <translation>含有 {bits} 位中 {bits_stored} 位的颜色</translation>
    </message>
    <message>
        <source>holds complex numbers</source>
        <translation>含有复数</translation>
    </message>
    <message>
        <source>holds contours of region {unknown}, which it does not name</source>
        <translation>含有未命名的区域 {unknown} 的轮廓</translation>
    </message>
    <message>
        <source>holds exactly the pixels of case {case_id}, and one would be {there} while the other is {here}</source>
        <translation>与病例 {case_id} 的像素完全相同，而一个将{there}，另一个{here}</translation>
    </message>
    <message>
        <source>holds fewer packed pixels than its header says</source>
        <translation>压缩像素少于文件头所说</translation>
    </message>
    <message>
        <source>holds fractions</source>
        <translation>含有小数</translation>
    </message>
    <message>
        <source>holds fractions (soft edges), not labels</source>
        <translation>含有小数（柔和边缘），不是标签</translation>
    </message>
    <message>
        <source>holds fractions, as soft edges or an interpolated mask do</source>
        <translation>含有小数，如同柔和边缘或插值的掩膜</translation>
    </message>
    <message>
        <source>holds frames besides those of the open scan, as of several passes over the body</source>
        <translation>除已打开扫描的帧外还有其他帧，如同多次扫过身体</translation>
    </message>
    <message>
        <source>holds frames of segment {unknown}, which it does not describe</source>
        <translation>含有未描述的分割段 {unknown} 的帧</translation>
    </message>
    <message>
        <source>holds frames that lie in different directions</source>
        <translation>含有方向不同的帧</translation>
    </message>
    <message>
        <source>holds frames that shift sideways (a tilted gantry)</source>
        <translation>含有侧移的帧（倾斜机架）</translation>
    </message>
    <message>
        <source>holds its elements out of order</source>
        <translation>元素次序错误</translation>
    </message>
    <message>
        <source>holds its scans and masks as ZIP files in {counted}</source>
        <translation>将其扫描和掩膜作为 ZIP 文件存放在 {counted} 中</translation>
    </message>
    <message>
        <source>holds its voxels as text</source>
        <translation>以文本形式存储体素</translation>
    </message>
    <message>
        <source>holds labels in only one patient</source>
        <translation>只有一名患者含有标签</translation>
    </message>
    <message>
        <source>holds more than one volume ({extra})</source>
        <translation>含有不止一个体积（{extra}）</translation>
    </message>
    <message>
        <source>holds more than {most_elements} data elements</source>
        <translation>含有超过 {most_elements} 个数据元素</translation>
    </message>
    <message>
        <source>holds more than {most_files} files</source>
        <translation>含有超过 {most_files} 个文件</translation>
    </message>
    <message>
        <source>holds neither scans nor pictures that are known here</source>
        <translation>既不含扫描，也不含此处认识的图像</translation>
    </message>
    <message>
        <source>holds no contours</source>
        <translation>不含轮廓</translation>
    </message>
    <message>
        <source>holds no contours to fill: {why}</source>
        <translation>不含可填充的轮廓：{why}</translation>
    </message>
    <message>
        <source>holds no cross-validation</source>
        <translation>不含交叉验证</translation>
    </message>
    <message>
        <source>holds no DICOM scan</source>
        <translation>不含 DICOM 扫描</translation>
    </message>
    <message>
        <source>holds no label at all: every mask is empty</source>
        <translation>完全不含标签：每个掩膜都为空</translation>
    </message>
    <message>
        <source>holds no label in any of its {cases} masks, so there is nothing to learn</source>
        <translation>{cases} 个掩膜中都不含标签，因此没有可学的内容</translation>
    </message>
    <message>
        <source>holds no label, and larger ones were not looked at</source>
        <translation>不含标签，而较大的没有查看</translation>
    </message>
    <message>
        <source>holds no packed picture of the kind it announces</source>
        <translation>不含所声明类型的压缩图像</translation>
    </message>
    <message>
        <source>holds no picture</source>
        <translation>不含图像</translation>
    </message>
    <message>
        <source>holds no run</source>
        <translation>不含运行</translation>
    </message>
    <message>
        <source>holds no scan, only {listed}</source>
        <translation>不含扫描，只有 {listed}</translation>
    </message>
    <message>
        <source>holds no scans, masks or pictures</source>
        <translation>不含扫描、掩膜或图像</translation>
    </message>
    <message>
        <source>holds no usable pair (row {number}: {display_name} {why})</source>
        <translation>不含可用的配对（第 {number} 行：{display_name} {why}）</translation>
    </message>
    <message>
        <source>holds no {list}, so nothing can be scored</source>
        <translation>不含{list}，因此无法评分</translation>
    </message>
    <message>
        <source>holds none of these labels</source>
        <translation>不含这些标签中的任何一个</translation>
    </message>
    <message>
        <source>holds nothing but damaged DICOM files ({display_name} {fault})</source>
        <translation>只含损坏的 DICOM 文件（{display_name} {fault}）</translation>
    </message>
    <message>
        <source>holds nothing that could be compared with {display_name}</source>
        <translation>不含可与 {display_name} 比较的内容</translation>
    </message>
    <message>
        <source>holds numbers of 128 bits</source>
        <translation>含有 128 位的数</translation>
    </message>
    <message>
        <source>holds only one patient</source>
        <translation>只含一名患者</translation>
    </message>
    <message>
        <source>holds only one patient ({names})</source>
        <translation>只含一名患者（{names}）</translation>
    </message>
    <message>
        <source>holds other weights than its architecture has: {key} is {here}, not {there}</source>
        <translation>所含权重与其结构不符：{key} 是 {here}，不是 {there}</translation>
    </message>
    <message>
        <source>holds pages of different sizes or kinds</source>
        <translation>含有大小或类型不同的页</translation>
    </message>
    <message>
        <source>holds pixels that are no numbers</source>
        <translation>含有不是数的像素</translation>
    </message>
    <message>
        <source>holds run lengths that do not fit its header</source>
        <translation>游程长度与文件头不符</translation>
    </message>
    <message>
        <source>holds scans of 3D-IRCADb but no mask called liver</source>
        <translation>含有 3D-IRCADb 的扫描，但没有名为 liver 的掩膜</translation>
    </message>
    <message>
        <source>holds segments that overlap, in {count} layers</source>
        <translation>含有重叠的分割段，共 {count} 层</translation>
    </message>
    <message>
        <source>holds single bits</source>
        <translation>含有单个比特</translation>
    </message>
    <message>
        <source>holds slices at uneven distances, from {min} to {max} mm</source>
        <translation>含有间距不均的切片，从 {min} 到 {max} mm</translation>
    </message>
    <message>
        <source>holds too few slices to split</source>
        <translation>切片太少而无法划分</translation>
    </message>
    <message>
        <source>holds too many runs of this second</source>
        <translation>在这一秒内含有太多运行</translation>
    </message>
    <message>
        <source>holds voxels that are no numbers</source>
        <translation>含有不是数的体素</translation>
    </message>
    <message>
        <source>holds weights that are not numbers (the training diverged)</source>
        <translation>含有不是数的权重（训练发散）</translation>
    </message>
    <message>
        <source>holds {both}, but no two share a name ({first})</source>
        <translation>包含 {both}，但没有两个名称相同（{first}）</translation>
    </message>
    <message>
        <source>holds {channels} values in every voxel (colours, echoes or segments that overlap)</source>
        <translation>每个体素含有 {channels} 个值（颜色、回波或重叠的分割段）</translation>
    </message>
    <message>
        <source>holds {counted} but no image</source>
        <translation>包含 {counted}，但没有图像</translation>
    </message>
    <message>
        <source>holds {counted} but no mask</source>
        <translation>包含 {counted}，但没有掩膜</translation>
    </message>
    <message>
        <source>holds {found} different values, as soft edges or a picture do</source>
        <translation>含有 {found} 个不同的值，如同柔和边缘或图像</translation>
    </message>
    <message>
        <source>holds {found} pages where one slice belongs</source>
        <translation>含有 {found} 页，而应为一个切片</translation>
    </message>
    <message>
        <source>holds {found}, and labels are never below 0</source>
        <translation>含有 {found}，而标签永不小于 0</translation>
    </message>
    <message>
        <source>holds {fragments} packed pieces for the {frames} pictures of its header</source>
        <translation>文件头有 {frames} 张图像，却含 {fragments} 个压缩片段</translation>
    </message>
    <message>
        <source>holds {frames} volumes (frames or channels)</source>
        <translation>含有 {frames} 个体积（帧或通道）</translation>
    </message>
    <message>
        <source>holds {frames} volumes ({shape})</source>
        <translation>含有 {frames} 个体积（{shape}）</translation>
    </message>
    <message>
        <source>holds {frames} volumes ({shape}) of {channels} values a voxel</source>
        <translation>含有 {frames} 个体积（{shape}），每体素 {channels} 个值</translation>
    </message>
    <message>
        <source>holds {frames} volumes in colour</source>
        <translation>含有 {frames} 个彩色体积</translation>
    </message>
    <message>
        <source>holds {have} bytes of pixels where {expected} belong</source>
        <translation>含有 {have} 字节像素，而应为 {expected}</translation>
    </message>
    <message>
        <source>holds {largest}, more than this program keeps without loss</source>
        <translation>含有 {largest}，超过本程序可无损保存的范围</translation>
    </message>
    <message>
        <source>holds {odd}, which is no label number (0 to {highest_label}, or grey 0 / 127 / 255)</source>
        <translation>含有 {odd}，它不是标签编号（0 至 {highest_label}，或灰度 0 / 127 / 255）</translation>
    </message>
    <message>
        <source>holds {pictures} {noun} and no DICOM scan</source>
        <translation>包含 {pictures} 个 {noun}，没有 DICOM 扫描</translation>
    </message>
    <message>
        <source>holds {present} packed bytes where its header says {promised}</source>
        <translation>含有 {present} 压缩字节，而文件头说是 {promised}</translation>
    </message>
    <message>
        <source>holds {samples} values of {bits} {kind}bits a pixel</source>
        <translation>每像素含有 {samples} 个 {bits} {kind}位的值</translation>
    </message>
    <message>
        <source>holds {series} series ({listed})</source>
        <translation>包含 {series} 个序列（{listed}）</translation>
    </message>
    <message>
        <source>holds {surplus} bytes more than the {count} of its header, as if header and data were not of one scan</source>
        <translation>比文件头的 {count} 多 {surplus} 字节，好像文件头和数据不属于同一扫描</translation>
    </message>
    <message>
        <source>holds {text} values in every voxel</source>
        <translation>每个体素含有 {text} 个值</translation>
    </message>
    <message>
        <source>holds {unknown}, unlike the other masks of its data set</source>
        <translation>含有 {unknown}，与其数据集的其他掩膜不同</translation>
    </message>
    <message>
        <source>holds {value} values</source>
        <translation>含有{value}值</translation>
    </message>
    <message>
        <source>How far weights move each step</source>
        <translation>每步权重移动多远</translation>
    </message>
    <message>
        <source>How it draws</source>
        <translation>如何勾画</translation>
    </message>
    <message>
        <source>How often the picture is halved on the way down</source>
        <translation>图像在下行途中减半的次数</translation>
    </message>
    <message>
        <source>How the decoder enlarges: learned or interpolated</source>
        <translation>解码器如何放大：学习得到或插值</translation>
    </message>
    <message>
        <source>How weights are moved</source>
        <translation>权重如何移动</translation>
    </message>
    <message>
        <source>HU ({low} black, {high} white) and grey pictures</source>
        <translation>HU（{low} 为黑，{high} 为白）和灰度图像</translation>
    </message>
    <message>
        <source>HU, {low} shown black and {high} white</source>
        <translation>HU，{low} 显示为黑，{high} 显示为白</translation>
    </message>
    <message>
        <source>image and mask may not belong together</source>
        <translation>图像和掩膜可能不属于一起</translation>
    </message>
    <message>
        <source>Image and mask may not belong together: the mask would fit if it were mirrored {words}{also}.</source>
        <translation>图像和掩膜可能不属于一起：掩膜镜像后吻合（{words}）{also}。</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>图像尺寸</translation>
    </message>
    <message>
        <source>image_size or base_channels</source>
        <translation>image_size 或 base_channels</translation>
    </message>
    <message>
        <source>images + masks</source>
        <translation>images + masks</translation>
    </message>
    <message>
        <source>Images run from {numbers} to {numbers_2} and masks from {others} to {others_2} ({display_name}, {display_name_2}): one side may be numbered from another start, and then every pair is wrong. Check this.</source>
        <translation>图像从 {numbers} 到 {numbers_2}，掩膜从 {others} 到 {others_2}（{display_name}、{display_name_2}）：一侧的编号起点可能不同，那样每一对都是错的。请检查。</translation>
    </message>
    <message>
        <source>In channels</source>
        <translation>输入通道</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>in the liver&apos;s box</source>
        <translation>在肝脏框内</translation>
    </message>
    <message>
        <source>in the test</source>
        <translation>在测试中</translation>
    </message>
    <message>
        <source>in tumours of fewer than {smallest_lesion} voxels</source>
        <translation>在少于 {smallest_lesion} 个体素的肿瘤中</translation>
    </message>
    <message>
        <source>in whole slices</source>
        <translation>在整个切片中</translation>
    </message>
    <message>
        <source>In {minutes} minutes this computer learns from {images} slices; tumours are found after about {enough_images}. Allow {needed} minutes or more.</source>
        <translation>{minutes} 分钟内本机从 {images} 个切片学习；约 {enough_images} 个之后才能找到肿瘤。请允许 {needed} 分钟或更多。</translation>
    </message>
    <message>
        <source>in {percent} of the slices</source>
        <translation>在 {percent} 的切片中</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>输入大小</translation>
    </message>
    <message>
        <source>Input: {channels} × {side} × {side}. Output: {maps} × {out} × {out}.</source>
        <translation>输入：{channels} × {side} × {side}。输出：{maps} × {out} × {out}。</translation>
    </message>
    <message>
        <source>Install the CUDA build of PyTorch (pytorch.org, Get started) and start again.</source>
        <translation>请安装 CUDA 版 PyTorch（pytorch.org，Get started）并重新启动。</translation>
    </message>
    <message>
        <source>instance normalisation</source>
        <translation>实例归一化</translation>
    </message>
    <message>
        <source>is a CIFTI file (surfaces or connections of a brain)</source>
        <translation>是 CIFTI 文件（大脑的表面或连接）</translation>
    </message>
    <message>
        <source>is a colour picture ({shown}), not a scan</source>
        <translation>是彩色图像（{shown}），不是扫描</translation>
    </message>
    <message>
        <source>is a cut or damaged picture</source>
        <translation>是被截断或损坏的图像</translation>
    </message>
    <message>
        <source>is a damaged TIFF file</source>
        <translation>是损坏的 TIFF 文件</translation>
    </message>
    <message>
        <source>is a damaged ZIP archive</source>
        <translation>是损坏的 ZIP 压缩包</translation>
    </message>
    <message>
        <source>is a DICOM file packed with gzip</source>
        <translation>是用 gzip 压缩的 DICOM 文件</translation>
    </message>
    <message>
        <source>is a file</source>
        <translation>是文件</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>is a folder and the other is none</source>
        <translation>是文件夹而另一个不是</translation>
    </message>
    <message>
        <source>is a gzip file without a NIfTI scan in it, or damaged at its start</source>
        <translation>是不含 NIfTI 扫描的 gzip 文件，或开头已损坏</translation>
    </message>
    <message>
        <source>is a mask ({mask_kind}), not a scan</source>
        <translation>是掩膜（{mask_kind}），不是扫描</translation>
    </message>
    <message>
        <source>is a PyTorch file, which may contain code and is never opened</source>
        <translation>是 PyTorch 文件，可能含有代码，绝不打开</translation>
    </message>
    <message>
        <source>is a safetensors file, but no Slicewise {kind}</source>
        <translation>是 safetensors 文件，但不是 Slicewise 的 {kind}</translation>
    </message>
    <message>
        <source>is a segmentation of kind {kind}</source>
        <translation>是 {kind} 类型的分割</translation>
    </message>
    <message>
        <source>is a ZIP archive without a DICOM scan in it</source>
        <translation>是不含 DICOM 扫描的 ZIP 压缩包</translation>
    </message>
    <message>
        <source>is an Analyze 7.5 header, which does not say left from right</source>
        <translation>是 Analyze 7.5 文件头，不区分左右</translation>
    </message>
    <message>
        <source>is an animated picture</source>
        <translation>是动画图像</translation>
    </message>
    <message>
        <source>is another model than the one this run was to begin with</source>
        <translation>不是此运行应从其开始的模型</translation>
    </message>
    <message>
        <source>is coloured with more than {most_colours} colours, as a photograph is</source>
        <translation>颜色超过 {most_colours} 种，如同照片</translation>
    </message>
    <message>
        <source>is cut before its pixels</source>
        <translation>在像素之前被截断</translation>
    </message>
    <message>
        <source>is cut inside a sequence</source>
        <translation>在序列内被截断</translation>
    </message>
    <message>
        <source>is cut inside its header</source>
        <translation>在文件头内被截断</translation>
    </message>
    <message>
        <source>is cut or damaged</source>
        <translation>被截断或损坏</translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>is cut short inside its packed data</source>
        <translation>在压缩数据内被截断</translation>
    </message>
    <message>
        <source>is cut short: its checksum is missing</source>
        <translation>被截断：缺少校验和</translation>
    </message>
    <message>
        <source>is cut short: {have} of {count}</source>
        <translation>被截断：{count} 中的 {have}</translation>
    </message>
    <message>
        <source>is cut short: {have} of {count} pixels</source>
        <translation>被截断：{count} 个像素中的 {have} 个</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>is damaged (it cannot be decoded)</source>
        <translation>已损坏（无法解码）</translation>
    </message>
    <message>
        <source>is damaged (its checksum does not match)</source>
        <translation>已损坏（校验和不符）</translation>
    </message>
    <message>
        <source>is damaged (no valid JSON)</source>
        <translation>已损坏（不是有效的 JSON）</translation>
    </message>
    <message>
        <source>is damaged at its start</source>
        <translation>开头已损坏</translation>
    </message>
    <message>
        <source>is damaged in its packed pixels</source>
        <translation>的压缩像素已损坏</translation>
    </message>
    <message>
        <source>is damaged or incomplete ({name})</source>
        <translation>已损坏或不完整（{name}）</translation>
    </message>
    <message>
        <source>is damaged or no model of Slicewise</source>
        <translation>已损坏或不是 Slicewise 的模型</translation>
    </message>
    <message>
        <source>is damaged or of another version</source>
        <translation>已损坏或属于另一版本</translation>
    </message>
    <message>
        <source>is damaged: it {damage}</source>
        <translation>已损坏：它{damage}</translation>
    </message>
    <message>
        <source>is damaged: its checksum fails</source>
        <translation>已损坏：校验和不符</translation>
    </message>
    <message>
        <source>is damaged: its checksum fails after {have} of {stored_bytes} voxels</source>
        <translation>已损坏：在 {stored_bytes} 个体素中的 {have} 个之后校验和不符</translation>
    </message>
    <message>
        <source>is damaged: its numbers are no numbers</source>
        <translation>已损坏：其数字不是数</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is empty (0 bytes)</source>
        <translation>为空（0 字节）</translation>
    </message>
    <message>
        <source>is finished already</source>
        <translation>已经完成</translation>
    </message>
    <message>
        <source>is given in epochs and in minutes</source>
        <translation>同时以轮次和分钟给出</translation>
    </message>
    <message>
        <source>is half of a NIfTI pair (.hdr and .img) without the other half beside it</source>
        <translation>是 NIfTI 对（.hdr 和 .img）的一半，旁边没有另一半</translation>
    </message>
    <message>
        <source>is in colour (red, green and blue in every voxel)</source>
        <translation>是彩色的（每个体素含红、绿、蓝）</translation>
    </message>
    <message>
        <source>is in nobody&apos;s hands any more</source>
        <translation>已不在任何人手中</translation>
    </message>
    <message>
        <source>is in row {used} already</source>
        <translation>已在第 {used} 行</translation>
    </message>
    <message>
        <source>is in use by another Slicewise (process {value})</source>
        <translation>正被另一个 Slicewise 使用（进程 {value}）</translation>
    </message>
    <message>
        <source>is incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>is larger than any of its kind</source>
        <translation>比任何同类都大</translation>
    </message>
    <message>
        <source>is larger than {largest_side} x {largest_side} pixels</source>
        <translation>大于 {largest_side} x {largest_side} 像素</translation>
    </message>
    <message>
        <source>is larger than {most} MB</source>
        <translation>大于 {most} MB</translation>
    </message>
    <message>
        <source>is listed and not there</source>
        <translation>已列出但不存在</translation>
    </message>
    <message>
        <source>is locked with a password</source>
        <translation>被密码锁定</translation>
    </message>
    <message>
        <source>is longer than any table of pairs</source>
        <translation>比任何配对表都长</translation>
    </message>
    <message>
        <source>is marked as read-only and was left as it is</source>
        <translation>标记为只读，保持原样</translation>
    </message>
    <message>
        <source>is named for validation and for the test</source>
        <translation>同时被指定为验证和测试</translation>
    </message>
    <message>
        <source>is no DICOM</source>
        <translation>不是 DICOM</translation>
    </message>
    <message>
        <source>is no DICOM file</source>
        <translation>不是 DICOM 文件</translation>
    </message>
    <message>
        <source>is no DICOM SEG</source>
        <translation>不是 DICOM SEG</translation>
    </message>
    <message>
        <source>is no longer in the data set of this run</source>
        <translation>不再在此运行的数据集中</translation>
    </message>
    <message>
        <source>is no longer where it was</source>
        <translation>已不在原处</translation>
    </message>
    <message>
        <source>is no NIfTI file</source>
        <translation>不是 NIfTI 文件</translation>
    </message>
    <message>
        <source>is no plan</source>
        <translation>不是计划</translation>
    </message>
    <message>
        <source>is no positive number</source>
        <translation>不是正数</translation>
    </message>
    <message>
        <source>is no RTSTRUCT</source>
        <translation>不是 RTSTRUCT</translation>
    </message>
    <message>
        <source>is no split</source>
        <translation>不是划分</translation>
    </message>
    <message>
        <source>is not above window_low_hu</source>
        <translation>不高于 window_low_hu</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>不为空</translation>
    </message>
    <message>
        <source>is not in the data set</source>
        <translation>不在数据集中</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>is not paired: {one} and {other} fit each other equally well</source>
        <translation>未配对：{one} 和 {other} 同样相符</translation>
    </message>
    <message>
        <source>is not text in UTF-8</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>is not the model this ensemble was made of</source>
        <translation>不是组成此集成的模型</translation>
    </message>
    <message>
        <source>is not the slice that was opened</source>
        <translation>不是所打开的切片</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>is not what it was when this cross-validation began</source>
        <translation>已不是此交叉验证开始时的样子</translation>
    </message>
    <message>
        <source>is not what it was when this run began</source>
        <translation>已不是此运行开始时的样子</translation>
    </message>
    <message>
        <source>is of no known format</source>
        <translation>格式未知</translation>
    </message>
    <message>
        <source>is of no run</source>
        <translation>不属于任何运行</translation>
    </message>
    <message>
        <source>is of no use while {packed} is packed</source>
        <translation>在 {packed} 未解包时没有用</translation>
    </message>
    <message>
        <source>is of the same person as case {other} on another side</source>
        <translation>与另一侧的病例 {other} 属于同一人</translation>
    </message>
    <message>
        <source>is one of {drawings} masks of one scan</source>
        <translation>是同一扫描的 {drawings} 个掩膜之一</translation>
    </message>
    <message>
        <source>is packed as pictures are, so that the numbers of its labels may have changed</source>
        <translation>像图像那样压缩，标签编号可能已改变</translation>
    </message>
    <message>
        <source>is packed as {encoding}</source>
        <translation>以 {encoding} 压缩</translation>
    </message>
    <message>
        <source>is packed as {encoding}, voxels as text</source>
        <translation>以 {encoding} 压缩，体素为文本</translation>
    </message>
    <message>
        <source>is packed in a way that is not read here (kind {compression})</source>
        <translation>的压缩方式此处不读（类型 {compression}）</translation>
    </message>
    <message>
        <source>is packed in a way this program does not know ({value})</source>
        <translation>的压缩方式本程序不认识（{value}）</translation>
    </message>
    <message>
        <source>is split over several data files</source>
        <translation>分散在多个数据文件中</translation>
    </message>
    <message>
        <source>is the data of {shown}, or of no known format</source>
        <translation>是 {shown} 的数据，或格式未知</translation>
    </message>
    <message>
        <source>is the first mask but {display_name} the first image: one side is numbered {abs} higher throughout, so every pair would be wrong</source>
        <translation>是第一个掩膜，而 {display_name} 是第一个图像：一侧的编号始终大 {abs}，因此每一对都会出错</translation>
    </message>
    <message>
        <source>is too large to be kept</source>
        <translation>太大而无法保留</translation>
    </message>
    <message>
        <source>is too long for NIfTI</source>
        <translation>对 NIfTI 来说太长</translation>
    </message>
    <message>
        <source>is unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>is {memory_gb} GB</source>
        <translation>为 {memory_gb} GB</translation>
    </message>
    <message>
        <source>is {size} GB, too large for a model</source>
        <translation>有 {size} GB，对模型来说太大</translation>
    </message>
    <message>
        <source>is {size} x {size_2} pixels, unlike the {size_3} x {size_4} of {like}</source>
        <translation>为 {size} x {size_2} 像素，与 {like} 的 {size_3} x {size_4} 不同</translation>
    </message>
    <message>
        <source>is {size}, which the network cannot halve often enough</source>
        <translation>为 {size}，网络无法将其减半足够多次</translation>
    </message>
    <message>
        <source>is {width} x {height} pixels, outside 1 to {largest_side}</source>
        <translation>为 {width} x {height} 像素，超出 1 至 {largest_side}</translation>
    </message>
    <message>
        <source>is {width} x {height} pixels, which the network cannot halve often enough</source>
        <translation>为 {width} x {height} 像素，网络无法将其减半足够多次</translation>
    </message>
    <message>
        <source>It cannot be used.</source>
        <translation>不能使用。</translation>
    </message>
    <message>
        <source>it is no longer in the trash</source>
        <translation>它不再在回收站中</translation>
    </message>
    <message>
        <source>it lies</source>
        <translation>它位于</translation>
    </message>
    <message>
        <source>it names no scan</source>
        <translation>它没有指明扫描</translation>
    </message>
    <message>
        <source>It {fault}; it opens once you agree how.</source>
        <translation>它{fault}；您同意处理方式后即可打开。</translation>
    </message>
    <message>
        <source>Its curve ({journal_file}) is damaged {where}; going on with the run mends it.</source>
        <translation>其曲线（{journal_file}）{where}已损坏；继续该运行即可修复。</translation>
    </message>
    <message>
        <source>Its curve cannot be read ({strerror}).</source>
        <translation>其曲线无法读取（{strerror}）。</translation>
    </message>
    <message>
        <source>Its data set ({dataset}) is no longer where it was.</source>
        <translation>其数据集（{dataset}）已不在原处。</translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation>其文件夹不存在</translation>
    </message>
    <message>
        <source>its folder is a file</source>
        <translation>其文件夹是一个文件</translation>
    </message>
    <message>
        <source>Its mask cannot be read.</source>
        <translation>其掩膜无法读取。</translation>
    </message>
    <message>
        <source>its masks</source>
        <translation>其掩膜</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>其名称太长</translation>
    </message>
    <message>
        <source>Its scan cannot be read.</source>
        <translation>其扫描无法读取。</translation>
    </message>
    <message>
        <source>Its scan is not here: the mask spans only the slices that the file holds. Open the scan first to see it in place.</source>
        <translation>其扫描不在这里：掩膜只跨越文件所含的切片。请先打开扫描以在原位查看。</translation>
    </message>
    <message>
        <source>its slices are brought to even distances</source>
        <translation>其切片被调整为等间距</translation>
    </message>
    <message>
        <source>its slices are shifted back</source>
        <translation>其切片被移回</translation>
    </message>
    <message>
        <source>its slices lie between the scan&apos;s</source>
        <translation>其切片位于扫描的切片之间</translation>
    </message>
    <message>
        <source>keep all cases of a person on one side</source>
        <translation>请将同一人的所有病例放在同一侧</translation>
    </message>
    <message>
        <source>Keep more patients for validation (validation_fraction), or choose others.</source>
        <translation>请为验证留出更多患者 (validation_fraction)，或选择其他患者。</translation>
    </message>
    <message>
        <source>Keep only the largest connected liver</source>
        <translation>只保留最大的连通肝脏</translation>
    </message>
    <message>
        <source>Keep the runs folder on a fast disk of this computer, close other programs, or lower elastic, blur and synthetic_lesions.</source>
        <translation>请将运行文件夹放在本机的快速磁盘上，关闭其他程序，或降低 elastic、blur 和 synthetic_lesions。</translation>
    </message>
    <message>
        <source>Keeps features in range: none, per batch, per picture</source>
        <translation>使特征保持在范围内：无、按批、按图像</translation>
    </message>
    <message>
        <source>keeps no case after these repairs</source>
        <translation>在这些修复之后没有剩下病例</translation>
    </message>
    <message>
        <source>keeps values of one voxel apart from each other</source>
        <translation>将一个体素的值彼此分开存放</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>kidney</source>
        <translation>肾</translation>
    </message>
    <message>
        <source>kinds of colour</source>
        <translation>颜色类型</translation>
    </message>
    <message>
        <source>label {v}</source>
        <translation>标签 {v}</translation>
    </message>
    <message>
        <source>Labels missing in a fold: nobody outside fold {number} holds {list}, so its network cannot learn it; add patients who have it.</source>
        <translation>某折缺少标签：第 {number} 折之外没有人有{list}，其网络无法学会；请添加有它的患者。</translation>
    </message>
    <message>
        <source>Labels overlapped ({worst}); the smaller one was kept.</source>
        <translation>标签有重叠（{worst}）；保留了较小的。</translation>
    </message>
    <message>
        <source>Labels survive random changes (pixels left: {kept}).</source>
        <translation>标签经受住随机变化（剩余像素：{kept}）。</translation>
    </message>
    <message>
        <source>Largest liver</source>
        <translation>最大肝脏</translation>
    </message>
    <message>
        <source>Laying out {name}</source>
        <translation>正在排布 {name}</translation>
    </message>
    <message>
        <source>leads out of the folder of {display_name}</source>
        <translation>指向 {display_name} 文件夹之外</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>学习来源</translation>
    </message>
    <message>
        <source>learned from</source>
        <translation>用于学习</translation>
    </message>
    <message>
        <source>learned from a data set that is no longer where it was</source>
        <translation>从一个已不在原处的数据集学习</translation>
    </message>
    <message>
        <source>Learned from {people}: case Dice {dice}</source>
        <translation>从{people}学习：病例 Dice {dice}</translation>
    </message>
    <message>
        <source>learned from {window} where  learned from {window_2}</source>
        <translation>从 {window} 学习，而另一个从 {window_2} 学习</translation>
    </message>
    <message>
        <source>Learning by heart since epoch {epoch}: the validation loss rose from {lowest} to {now} while the training loss fell from {before} to {after}.</source>
        <translation>自第 {epoch} 轮起死记硬背：验证损失从 {lowest} 升到 {now}，而训练损失从 {before} 降到 {after}。</translation>
    </message>
    <message>
        <source>Learning from a few slices: batch {batches}{loss}</source>
        <translation>正在从少量切片学习：第 {batches} 批{loss}</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate: constant, or warm-up and a fall to zero that ends on time</source>
        <translation>学习率：恒定，或先预热再降到零并准时结束</translation>
    </message>
    <message>
        <source>leave it out or export all slices alike</source>
        <translation>请略去它或以一致方式导出所有切片</translation>
    </message>
    <message>
        <source>leave it out to continue this one</source>
        <translation>请略去它以继续此运行</translation>
    </message>
    <message>
        <source>Leave this case out</source>
        <translation>略去此病例</translation>
    </message>
    <message>
        <source>leaves no case to learn from</source>
        <translation>没有留下可学习的病例</translation>
    </message>
    <message>
        <source>leaves nobody to learn from</source>
        <translation>没有留下可学习的患者</translation>
    </message>
    <message>
        <source>Left aside in the folder: {listed}.</source>
        <translation>文件夹中未采用：{listed}。</translation>
    </message>
    <message>
        <source>Left aside {left} exact copies of other files.</source>
        <translation>未采用 {left} 个其他文件的完全副本。</translation>
    </message>
    <message>
        <source>Left aside {left} exact copy of other files.</source>
        <translation>未采用 {left} 个其他文件的完全副本。</translation>
    </message>
    <message>
        <source>left to right</source>
        <translation>左右</translation>
    </message>
    <message>
        <source>Lengths were converted to mm from another unit.</source>
        <translation>长度已从其他单位换算为 mm。</translation>
    </message>
    <message>
        <source>lesion</source>
        <translation>病灶</translation>
    </message>
    <message>
        <source>Lesion F1</source>
        <translation>病灶 F1</translation>
    </message>
    <message>
        <source>Lesion precision</source>
        <translation>病灶精确率</translation>
    </message>
    <message>
        <source>Lesion recall</source>
        <translation>病灶召回率</translation>
    </message>
    <message>
        <source>Lesions are 26-connected components. A reference lesion is found if at least one of its voxels is predicted; a predicted component that touches no reference lesion is false. Recall is the share of reference lesions found, precision the share of predicted components that touch one, F1 their harmonic mean.</source>
        <translation>病灶为 26 连通分量。参考病灶只要有一个体素被预测即算找到；不触及任何参考病灶的预测分量为错误。召回率是找到的参考病灶比例，精确率是触及参考病灶的预测分量比例，F1 为两者的调和平均。</translation>
    </message>
    <message>
        <source>less contrast</source>
        <translation>对比度减小</translation>
    </message>
    <message>
        <source>let it end with {endings}</source>
        <translation>请以 {endings} 结尾</translation>
    </message>
    <message>
        <source>lie in another direction than {display_name} of the same series</source>
        <translation>与同一序列的 {display_name} 方向不同</translation>
    </message>
    <message>
        <source>lies in an unknown space, &quot;{space}&quot;</source>
        <translation>位于未知空间“{space}”</translation>
    </message>
    <message>
        <source>lies in another direction than {display_name} of the same series</source>
        <translation>与同一序列的 {display_name} 方向不同</translation>
    </message>
    <message>
        <source>lies in another space than the open scan (frames of reference differ)</source>
        <translation>与已打开的扫描在不同空间（参考坐标系不同）</translation>
    </message>
    <message>
        <source>lies in the data set that is to be repaired</source>
        <translation>位于要修复的数据集中</translation>
    </message>
    <message>
        <source>lies on another grid than its scan ({differences})</source>
        <translation>与其扫描的网格不同（{differences}）</translation>
    </message>
    <message>
        <source>lies on another grid than {display_name}: {list}</source>
        <translation>与 {display_name} 的网格不同：{list}</translation>
    </message>
    <message>
        <source>Listing {display_name}: {found} files</source>
        <translation>正在列出 {display_name}：{found} 个文件</translation>
    </message>
    <message>
        <source>lists a file under an impossible name</source>
        <translation>以不可能的名称列出文件</translation>
    </message>
    <message>
        <source>lists a picture without its file</source>
        <translation>列出了没有文件的图像</translation>
    </message>
    <message>
        <source>lists no files beside it{left}</source>
        <translation>没有列出旁边的文件{left}</translation>
    </message>
    <message>
        <source>liver</source>
        <translation>肝脏</translation>
    </message>
    <message>
        <source>Longest step a batch may ask for; 0: any</source>
        <translation>一批最多可要求的步长；0：任意</translation>
    </message>
    <message>
        <source>Look at both. If it is one person, choose both for validation or neither; otherwise scores are too good.</source>
        <translation>请查看两者。如果是同一人，请都选作验证或都不选；否则评分过高。</translation>
    </message>
    <message>
        <source>Look at each slice mirrored as well and average (twice the time)</source>
        <translation>同时查看每个切片的镜像并取平均（时间加倍）</translation>
    </message>
    <message>
        <source>look at it again</source>
        <translation>请再看一次</translation>
    </message>
    <message>
        <source>look at these slices, or start again with a learning_rate below {learning_rate}; the last good state is kept</source>
        <translation>请查看这些切片，或以低于 {learning_rate} 的 learning_rate 重新开始；最后的良好状态已保留</translation>
    </message>
    <message>
        <source>look into the system&apos;s trash</source>
        <translation>请查看系统的回收站</translation>
    </message>
    <message>
        <source>Look whether its masks survive image_size: small things vanish when slices shrink.</source>
        <translation>请查看其掩膜在 image_size 下是否仍存在：切片缩小时小的东西会消失。</translation>
    </message>
    <message>
        <source>Look whether masks lie on their scans (check the data set). If they do, try learning_rate {other_rate} (now {learning_rate}).</source>
        <translation>请查看掩膜是否位于其扫描上（检查数据集）。如果是，请试 learning_rate {other_rate}（现为 {learning_rate}）。</translation>
    </message>
    <message>
        <source>Look whether masks lie on their scans (check the data set); if they do, start again with learning_rate {rounded}.</source>
        <translation>请查看掩膜是否位于其扫描上（检查数据集）；如果是，请以 learning_rate {rounded} 重新开始。</translation>
    </message>
    <message>
        <source>Looking at {display_name}</source>
        <translation>正在查看 {display_name}</translation>
    </message>
    <message>
        <source>Looking through {name}: {index} of {files} files, {dicom_files} DICOM</source>
        <translation>正在浏览 {name}：{index}/{files} 个文件，{dicom_files} 个 DICOM</translation>
    </message>
    <message>
        <source>looks like colours, {counts} found, which does not say what label is meant</source>
        <translation>看起来是颜色，找到 {counts}，无法说明指哪个标签</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Low resolution</source>
        <translation>低分辨率</translation>
    </message>
    <message>
        <source>Lower rotation_deg, scale and elastic, or raise image_size.</source>
        <translation>请降低 rotation_deg、scale 和 elastic，或提高 image_size。</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>lymph node</source>
        <translation>淋巴结</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>make a new split</source>
        <translation>请制定新的划分</translation>
    </message>
    <message>
        <source>make one with unet-core plan --out</source>
        <translation>请用 unet-core plan --out 制定一个</translation>
    </message>
    <message>
        <source>make space on the disk and continue the run</source>
        <translation>请在磁盘上腾出空间并继续该运行</translation>
    </message>
    <message>
        <source>make space on the disk that holds the runs, or choose another folder for runs</source>
        <translation>请在存放运行的磁盘上腾出空间，或为运行选择其他文件夹</translation>
    </message>
    <message>
        <source>make space or choose another disk</source>
        <translation>请腾出空间或选择其他磁盘</translation>
    </message>
    <message>
        <source>make space or choose another folder for runs</source>
        <translation>请腾出空间或为运行选择其他文件夹</translation>
    </message>
    <message>
        <source>make the ensemble again with cross-validation, or choose one model.safetensors</source>
        <translation>请用交叉验证重新生成集成，或选择一个 model.safetensors</translation>
    </message>
    <message>
        <source>make the plan again</source>
        <translation>请重新制定计划</translation>
    </message>
    <message>
        <source>make the split anew</source>
        <translation>请重新制定划分</translation>
    </message>
    <message>
        <source>Masks of other organs are left out: {shown}.</source>
        <translation>略去其他器官的掩膜：{shown}。</translation>
    </message>
    <message>
        <source>Masks with soft or JPEG edges: count above half as label</source>
        <translation>边缘柔和或为 JPEG 的掩膜：超过一半算作标签</translation>
    </message>
    <message>
        <source>mass</source>
        <translation>肿块</translation>
    </message>
    <message>
        <source>Max channels</source>
        <translation>最大通道数</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>不允许读取</translation>
    </message>
    <message>
        <source>measure the data again</source>
        <translation>请重新测量数据</translation>
    </message>
    <message>
        <source>Measured on this computer when a run begins. {precision_reason}</source>
        <translation>运行开始时在本机测量。{precision_reason}</translation>
    </message>
    <message>
        <source>mend what is named above</source>
        <translation>请修正上面所列内容</translation>
    </message>
    <message>
        <source>met an unforeseen error ({name}{place})</source>
        <translation>遇到未预料的错误（{name}{place}）</translation>
    </message>
    <message>
        <source>Micro batch</source>
        <translation>微批</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Mirror {mirror_words}</source>
        <translation>{mirror_words}镜像</translation>
    </message>
    <message>
        <source>Mirrored {words}, its outline fits the scan: {best} against {fit}.</source>
        <translation>镜像（{words}）后其轮廓与扫描吻合：{best} 对 {fit}。</translation>
    </message>
    <message>
        <source>misses {sum} of {sum_2} slices: {listed} and {size} more gaps, where {step} mm is usual</source>
        <translation>缺少 {sum_2} 个切片中的 {sum} 个：{listed} 以及另外 {size} 处间隙，通常间距为 {step} mm</translation>
    </message>
    <message>
        <source>misses {sum} of {sum_2} slices: {listed}, where {step} mm is usual</source>
        <translation>缺少 {sum_2} 个切片中的 {sum} 个：{listed}，通常间距为 {step} mm</translation>
    </message>
    <message>
        <source>mixes {counted} {what} in one series ({odd_ones})</source>
        <translation>在一个序列中混有 {counted} 种{what}（{odd_ones}）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>model.{key}</source>
        <translation>model.{key}</translation>
    </message>
    <message>
        <source>Model: {networks}, {parameters} parameters, {size}</source>
        <translation>模型：{networks}，{parameters} 个参数，{size}</translation>
    </message>
    <message>
        <source>more contrast</source>
        <translation>对比度增大</translation>
    </message>
    <message>
        <source>More does not fit into {limit} of memory.</source>
        <translation>更多则超出 {limit} 内存。</translation>
    </message>
    <message>
        <source>more patients are worth it</source>
        <translation>增加患者是值得的</translation>
    </message>
    <message>
        <source>more patients of the same kind would hardly help</source>
        <translation>同类患者再多也几乎没有帮助</translation>
    </message>
    <message>
        <source>move a patient to Training</source>
        <translation>请将一名患者移到训练</translation>
    </message>
    <message>
        <source>move a patient to Validation</source>
        <translation>请将一名患者移到验证</translation>
    </message>
    <message>
        <source>MR scan</source>
        <translation>MR 扫描</translation>
    </message>
    <message>
        <source>muscle</source>
        <translation>肌肉</translation>
    </message>
    <message>
        <source>name a run to resume</source>
        <translation>请指明要继续的运行</translation>
    </message>
    <message>
        <source>name not allowed</source>
        <translation>名称不被允许</translation>
    </message>
    <message>
        <source>name one of the folders images and the other masks</source>
        <translation>请将其中一个文件夹命名为 images，另一个命名为 masks</translation>
    </message>
    <message>
        <source>name the run again</source>
        <translation>请重新命名该运行</translation>
    </message>
    <message>
        <source>name too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>name two cases or more: 00,01; 05,06</source>
        <translation>请指明两个或更多病例：00,01; 05,06</translation>
    </message>
    <message>
        <source>names a data file outside its own folder</source>
        <translation>指向其文件夹之外的数据文件</translation>
    </message>
    <message>
        <source>names a folder that is not on this computer</source>
        <translation>指向不在本机上的文件夹</translation>
    </message>
    <message>
        <source>names a model outside its own folder</source>
        <translation>指向其文件夹之外的模型</translation>
    </message>
    <message>
        <source>names a series that is not here</source>
        <translation>指明了不在这里的序列</translation>
    </message>
    <message>
        <source>names are the same but for {shown}</source>
        <translation>名称除 {shown} 外相同</translation>
    </message>
    <message>
        <source>names case {unknown}, which is not in the data set</source>
        <translation>指明了不在数据集中的病例 {unknown}</translation>
    </message>
    <message>
        <source>Names differ, so pairs were made by number: {example}</source>
        <translation>名称不同，因此按编号配对：{example}</translation>
    </message>
    <message>
        <source>Names do not tell persons apart: each of {patients} cases counts as a patient of its own, and scores are too good if some are of one person.</source>
        <translation>名称无法区分人员：{patients} 个病例各算作一名患者，如果其中有同一人的，评分就过高。</translation>
    </message>
    <message>
        <source>names itself as its data file</source>
        <translation>把自己当作数据文件</translation>
    </message>
    <message>
        <source>names no two folders</source>
        <translation>没有指明两个文件夹</translation>
    </message>
    <message>
        <source>names no {role}</source>
        <translation>没有指明{role}</translation>
    </message>
    <message>
        <source>names region {number} twice</source>
        <translation>两次命名了区域 {number}</translation>
    </message>
    <message>
        <source>names segments of layers that it does not hold</source>
        <translation>命名了其不含有的层的分割段</translation>
    </message>
    <message>
        <source>Names too alike to tell apart were left out: {listed}.</source>
        <translation>名称太相似而无法区分的已略去：{listed}。</translation>
    </message>
    <message>
        <source>names {group} alone</source>
        <translation>只指明了 {group}</translation>
    </message>
    <message>
        <source>nearly the same (batch norm sees fewer slices)</source>
        <translation>几乎相同（批归一化看到的切片较少）</translation>
    </message>
    <message>
        <source>nearly the same (overlap is taken over fewer slices)</source>
        <translation>几乎相同（重叠在较少切片上计算）</translation>
    </message>
    <message>
        <source>necrosis</source>
        <translation>坏死</translation>
    </message>
    <message>
        <source>needs a run with a finished epoch</source>
        <translation>需要有已完成轮次的运行</translation>
    </message>
    <message>
        <source>needs a second folder</source>
        <translation>需要第二个文件夹</translation>
    </message>
    <message>
        <source>needs about {least_mb} GB even for one slice at a time</source>
        <translation>即使一次一个切片也约需 {least_mb} GB</translation>
    </message>
    <message>
        <source>needs OpenGL 3.2, which this computer does not offer</source>
        <translation>需要 OpenGL 3.2，而本机不提供</translation>
    </message>
    <message>
        <source>needs patients that are kept aside whole, and here slices are</source>
        <translation>需要整名留出的患者，而此处留出的是切片</translation>
    </message>
    <message>
        <source>needs VTK, which is not installed whole</source>
        <translation>需要 VTK，而它没有完整安装</translation>
    </message>
    <message>
        <source>needs {base_mb} GB before there is a network</source>
        <translation>在有网络之前就需要 {base_mb} GB</translation>
    </message>
    <message>
        <source>needs {fewest_patients} patients to learn from, and there are {groups}</source>
        <translation>需要 {fewest_patients} 名患者用于学习，而只有 {groups} 名</translation>
    </message>
    <message>
        <source>needs {memory_mb} GB of memory to read the largest scans, more than the {limit_mb} GB {limit_words}</source>
        <translation>读取最大的扫描需要 {memory_mb} GB 内存，超过{limit_words} {limit_mb} GB</translation>
    </message>
    <message>
        <source>needs {shown}, which is not beside it</source>
        <translation>需要 {shown}，而它不在旁边</translation>
    </message>
    <message>
        <source>needs {unpacked} GB to unpack</source>
        <translation>解包需要 {unpacked} GB</translation>
    </message>
    <message>
        <source>neighbours: slices above and below too; repeat: the same slice</source>
        <translation>neighbours：也含上下切片；repeat：同一切片</translation>
    </message>
    <message>
        <source>nests data more than {deepest_nesting} deep</source>
        <translation>数据嵌套超过 {deepest_nesting} 层</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>NIfTI, packed</source>
        <translation>NIfTI，压缩</translation>
    </message>
    <message>
        <source>No artificial tumours are drawn: that needs both liver and tumour among what is learned.</source>
        <translation>不画人造肿瘤：这需要所学内容中同时有肝脏和肿瘤。</translation>
    </message>
    <message>
        <source>No case of this data set holds a single label, so there is nothing to learn; choose the masks that belong to these scans.</source>
        <translation>此数据集没有任何病例含有标签，因此没有可学的内容；请选择属于这些扫描的掩膜。</translation>
    </message>
    <message>
        <source>no DICOM</source>
        <translation>不是 DICOM</translation>
    </message>
    <message>
        <source>no exit code</source>
        <translation>无退出码</translation>
    </message>
    <message>
        <source>No fault was found, but there is too little to tell whether mask and scan fit.</source>
        <translation>未发现问题，但信息太少，无法判断掩膜与扫描是否相符。</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>没有文件夹</translation>
    </message>
    <message>
        <source>No gain for {rounds} rounds: mean Dice was {before} at best before and {lately} at best since.</source>
        <translation>{rounds} 轮没有改善：此前平均 Dice 最高 {before}，此后最高 {lately}。</translation>
    </message>
    <message>
        <source>No label is smaller than it stays at {size} of the scans&apos; {native} pixels.</source>
        <translation>以扫描 {native} 像素中的 {size} 像素，没有标签小到无法保留。</translation>
    </message>
    <message>
        <source>No lesion was missed ({real} of {real} found).</source>
        <translation>没有遗漏病灶（{real} 个中找到 {real} 个）。</translation>
    </message>
    <message>
        <source>no liver label to draw them into</source>
        <translation>没有可画入的肝脏标签</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>无名称</translation>
    </message>
    <message>
        <source>no photometric interpretation</source>
        <translation>没有光度解释</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>不是图像</translation>
    </message>
    <message>
        <source>No picture of this batch shows {name}: the network learns nothing of it here. If that is so in most batches, switch on balancing or artificial tumours.</source>
        <translation>此批没有图像显示{name}：网络在这里学不到它。如果大多数批次都如此，请开启均衡或人造肿瘤。</translation>
    </message>
    <message>
        <source>no segment</source>
        <translation>无分割段</translation>
    </message>
    <message>
        <source>No state was saved.</source>
        <translation>没有保存状态。</translation>
    </message>
    <message>
        <source>No time limit was given. Each of {train_slices} slices is drawn about {times} times, each time changed at random; {patience} rounds without gain end it earlier.</source>
        <translation>没有给出时间限制。{train_slices} 个切片每个约抽取 {times} 次，每次随机变化；{patience} 轮没有改善会提前结束。</translation>
    </message>
    <message>
        <source>No training case holds {name} at {image_size} pixels: it cannot be learned.</source>
        <translation>在 {image_size} 像素下没有训练病例含有{name}：无法学会。</translation>
    </message>
    <message>
        <source>No training case holds {name}: it is learned from artificial ones alone.</source>
        <translation>没有训练病例含有{name}：只从人造的学习。</translation>
    </message>
    <message>
        <source>no tumours</source>
        <translation>没有肿瘤</translation>
    </message>
    <message>
        <source>no tumours of fewer than {smallest_lesion} voxels</source>
        <translation>去掉少于 {smallest_lesion} 个体素的肿瘤</translation>
    </message>
    <message>
        <source>No {list} was found in the last {values} rounds, though the masks of {listed} hold {expected} voxels of it.</source>
        <translation>最近 {values} 轮没有找到{list}，尽管 {listed} 的掩膜含有 {expected} 个体素。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>none at any size</source>
        <translation>任何尺寸都没有</translation>
    </message>
    <message>
        <source>none does</source>
        <translation>都不会</translation>
    </message>
    <message>
        <source>none from {kept}</source>
        <translation>从 {kept} 起没有</translation>
    </message>
    <message>
        <source>None of the patients learned from ({listed}) has any {label}: the network cannot learn it.</source>
        <translation>用于学习的患者（{listed}）都没有{label}：网络无法学会。</translation>
    </message>
    <message>
        <source>None of the patients that are scored ({listed}) has any {label}: its Dice stays n/a, or counts only what is wrongly found.</source>
        <translation>被评分的患者（{listed}）都没有{label}：其 Dice 为 n/a，或只计入误检。</translation>
    </message>
    <message>
        <source>none of your tumours</source>
        <translation>您的肿瘤都不</translation>
    </message>
    <message>
        <source>none of {pairs} cases</source>
        <translation>{pairs} 个病例都不</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>not enough memory</translation>
    </message>
    <message>
        <source>Not measured, as it would have taken longer than {budget_s} s in all: {ways}.</source>
        <translation>未测量（总时间会超过 {budget_s} 秒）：{ways}。</translation>
    </message>
    <message>
        <source>not noted: the file is from before Slicewise kept them</source>
        <translation>未记录：该文件早于 Slicewise 开始保存灰度值</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Not used: {list} and {paths} more, which {reason}.</source>
        <translation>未使用：{list} 和另外 {paths} 个，原因：{reason}。</translation>
    </message>
    <message>
        <source>Not used: {list}, which {reason}.</source>
        <translation>未使用：{list}，原因：{reason}。</translation>
    </message>
    <message>
        <source>not what was written</source>
        <translation>不是所写入的内容</translation>
    </message>
    <message>
        <source>Nothing comes across at {sizes} pixels: detail of that size is lost on the way down.</source>
        <translation>在 {sizes} 像素处没有横向传递：该大小的细节在下行途中丢失。</translation>
    </message>
    <message>
        <source>Nothing is clearly faster here: three layers take {times}.</source>
        <translation>此处没有明显更快的：三个网络层用时 {times}。</translation>
    </message>
    <message>
        <source>Nothing moves: the training loss was {losses} in the first round and is {losses_2} after {losses_3}, with a learning rate of {rate}.</source>
        <translation>毫无进展：训练损失第一轮为 {losses}，{losses_3} 轮后为 {losses_2}，学习率为 {rate}。</translation>
    </message>
    <message>
        <source>Nothing that is known here would mend it.</source>
        <translation>已知的方法都无法修复。</translation>
    </message>
    <message>
        <source>number images and masks alike</source>
        <translation>请将图像和掩膜统一编号</translation>
    </message>
    <message>
        <source>oedema</source>
        <translation>水肿</translation>
    </message>
    <message>
        <source>oesophagus</source>
        <translation>食管</translation>
    </message>
    <message>
        <source>of 255</source>
        <translation>（最大 255）</translation>
    </message>
    <message>
        <source>of the split is not in the data set</source>
        <translation>的划分不在数据集中</translation>
    </message>
    <message>
        <source>of unknown distance</source>
        <translation>间距未知</translation>
    </message>
    <message>
        <source>of {width} x {height} pixels shrinks to a single pixel inside the network</source>
        <translation>为 {width} x {height} 像素，在网络内缩小到单个像素</translation>
    </message>
    <message>
        <source>Older saved states of this run could not be removed; the disk may fill up.</source>
        <translation>此运行较旧的保存状态无法移除；磁盘可能会满。</translation>
    </message>
    <message>
        <source>On {names} the mask fills most of the picture: background may be marked as a label.</source>
        <translation>在 {names} 上掩膜占据图像的大部分：背景可能被标记为标签。</translation>
    </message>
    <message>
        <source>On {names} the mask lies on black, outside the body: scan and mask may be shifted or mirrored against each other. Check the pairs of the data set.</source>
        <translation>在 {names} 上掩膜位于身体之外的黑色区域：扫描和掩膜可能彼此错位或镜像。请检查数据集的配对。</translation>
    </message>
    <message>
        <source>On {region} the readers agree with a median Dice of {median} (middle half {low} to {high}, {cases}{reach}).</source>
        <translation>在{region}上，阅片者一致性的中位 Dice 为 {median}（中间一半 {low} 至 {high}，{cases}{reach}）。</translation>
    </message>
    <message>
        <source>One network looks at the whole slice</source>
        <translation>一个网络查看整个切片</translation>
    </message>
    <message>
        <source>one, at whole slices</source>
        <translation>一个，看整个切片</translation>
    </message>
    <message>
        <source>Only channel 0000{called} is used, not {listed}.</source>
        <translation>只使用通道 0000{called}，不使用 {listed}。</translation>
    </message>
    <message>
        <source>only the largest liver</source>
        <translation>只保留最大的肝脏</translation>
    </message>
    <message>
        <source>only the number {list} is the same</source>
        <translation>只有编号 {list} 相同</translation>
    </message>
    <message>
        <source>only tumours that touch the liver</source>
        <translation>只保留触及肝脏的肿瘤</translation>
    </message>
    <message>
        <source>only {count}</source>
        <translation>只有 {count}</translation>
    </message>
    <message>
        <source>Only {losses} batch was learned from in the time there was.</source>
        <translation>在现有时间内只学习了 {losses} 批。</translation>
    </message>
    <message>
        <source>Only {persons} persons: the confidence intervals are rather too narrow than too wide.</source>
        <translation>只有 {persons} 人：置信区间偏窄而非偏宽。</translation>
    </message>
    <message>
        <source>Only {rounds} of {round_s} min fit into {minutes} min, so the best model is chosen among very few.</source>
        <translation>{minutes} 分钟内只能容纳 {rounds}（每轮 {round_s} 分钟），因此最佳模型只能从很少几个中选出。</translation>
    </message>
    <message>
        <source>Only {share} of {volume} is neither black nor white in the window of the model ({window}); a scan of the abdomen has {least_grey_share} and more.</source>
        <translation>在模型的窗（{window}）中，{volume} 只有 {share} 既非黑也非白；腹部扫描有 {least_grey_share} 或更多。</translation>
    </message>
    <message>
        <source>open a series of three slices or more</source>
        <translation>请打开三个或更多切片的序列</translation>
    </message>
    <message>
        <source>open a smaller picture</source>
        <translation>请打开较小的图像</translation>
    </message>
    <message>
        <source>open a smaller scan</source>
        <translation>请打开较小的扫描</translation>
    </message>
    <message>
        <source>Open all, the smaller label on top</source>
        <translation>全部打开，较小的标签在上</translation>
    </message>
    <message>
        <source>Open as a stack without true distances</source>
        <translation>作为没有真实间距的堆栈打开</translation>
    </message>
    <message>
        <source>open it again</source>
        <translation>请重新打开</translation>
    </message>
    <message>
        <source>open it alone</source>
        <translation>请单独打开</translation>
    </message>
    <message>
        <source>open it as a scan</source>
        <translation>请作为扫描打开</translation>
    </message>
    <message>
        <source>open it as the mask of its scan</source>
        <translation>请作为其扫描的掩膜打开</translation>
    </message>
    <message>
        <source>open it as what it is</source>
        <translation>请按其实际类型打开</translation>
    </message>
    <message>
        <source>open it by itself, choose, and save it as a mask of one label a voxel</source>
        <translation>请单独打开、选择，并保存为每体素一个标签的掩膜</translation>
    </message>
    <message>
        <source>open it without choosing a part</source>
        <translation>请不选择部分直接打开</translation>
    </message>
    <message>
        <source>Open its brightness</source>
        <translation>打开其亮度</translation>
    </message>
    <message>
        <source>open its folder instead</source>
        <translation>请改为打开其文件夹</translation>
    </message>
    <message>
        <source>open its scan first</source>
        <translation>请先打开其扫描</translation>
    </message>
    <message>
        <source>Open its {colour} channel</source>
        <translation>打开其{colour}通道</translation>
    </message>
    <message>
        <source>Open layer {number}: {listed}</source>
        <translation>打开第 {number} 层：{listed}</translation>
    </message>
    <message>
        <source>open NIfTI, NRRD, MetaImage, DICOM, PNG, TIFF or JPEG</source>
        <translation>请打开 NIfTI、NRRD、MetaImage、DICOM、PNG、TIFF 或 JPEG</translation>
    </message>
    <message>
        <source>Open only {shown}</source>
        <translation>只打开 {shown}</translation>
    </message>
    <message>
        <source>Open picture {i} alone</source>
        <translation>单独打开图像 {i}</translation>
    </message>
    <message>
        <source>Open straightened</source>
        <translation>矫正后打开</translation>
    </message>
    <message>
        <source>open that scan first, or {not_as_dicom}</source>
        <translation>请先打开该扫描，或{not_as_dicom}</translation>
    </message>
    <message>
        <source>open the folder of the scan</source>
        <translation>请打开扫描的文件夹</translation>
    </message>
    <message>
        <source>open the scan again</source>
        <translation>请重新打开扫描</translation>
    </message>
    <message>
        <source>open the scan it was drawn on first</source>
        <translation>请先打开它所画的扫描</translation>
    </message>
    <message>
        <source>open the scan it was drawn on first, then this</source>
        <translation>请先打开它所画的扫描，再打开此文件</translation>
    </message>
    <message>
        <source>open the scan it was drawn on, or export it again</source>
        <translation>请打开它所画的扫描，或重新导出</translation>
    </message>
    <message>
        <source>Open {noun} {n} of {count}</source>
        <translation>打开{noun} {n}/{count}</translation>
    </message>
    <message>
        <source>open {shown}</source>
        <translation>请打开 {shown}</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Options are tried one after the other, the most gainful first. One is used if it raises the mean case Dice by at least {least_gain} over the options before it, makes more patients better than worse, lowers the mean of no label, and takes away more false lesions than found ones wherever it takes away lesions. For this comparison alone, a patient rightly left without a label counts as 1.</source>
        <translation>逐个尝试各选项，收益最大的在先。若一个选项使平均病例 Dice 比之前的选项至少提高 {least_gain}，使变好的患者多于变差的，不降低任何标签的平均，并且凡去掉病灶时去掉的错误病灶多于找到的病灶，则采用它。仅在此比较中，正确地没有标签的患者计为 1。</translation>
    </message>
    <message>
        <source>or take it out of the data set</source>
        <translation>或将其移出数据集</translation>
    </message>
    <message>
        <source>origin {mm} against {mm_2} mm</source>
        <translation>原点 {mm} 对 {mm_2} mm</translation>
    </message>
    <message>
        <source>Other programs kept the processor busy while the network was tried out: times are too long. Plan again when the computer is quiet.</source>
        <translation>试用网络时其他程序占用了处理器：时间偏长。请在计算机空闲时重新规划。</translation>
    </message>
    <message>
        <source>Other programs were busy while a batch was timed, so rounds are as long as usual. The learning rate falls to zero as the time ends.</source>
        <translation>测量一批的时间时其他程序繁忙，因此轮次采用通常长度。时间结束时学习率降到零。</translation>
    </message>
    <message>
        <source>Out channels</source>
        <translation>输出通道</translation>
    </message>
    <message>
        <source>Outlines are n/a in {cases} without a scale.</source>
        <translation>{cases} 没有比例尺，轮廓指标为 n/a。</translation>
    </message>
    <message>
        <source>Outlines can follow the organ to about {mm} mm (the grid of the finest skip), within the {limit} mm that the surface Dice forgives.</source>
        <translation>轮廓可跟随器官到约 {mm} mm（最精细跳跃连接的网格），在表面 Dice 所允许的 {limit} mm 之内。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>outside it</source>
        <translation>在其之外</translation>
    </message>
    <message>
        <source>ovary</source>
        <translation>卵巢</translation>
    </message>
    <message>
        <source>Packed pictures and their headers disagree about negative numbers: the headers were believed.</source>
        <translation>压缩图像与其文件头对负数的说法不一致：以文件头为准。</translation>
    </message>
    <message>
        <source>pad keeps proportions; stretch ignores them</source>
        <translation>pad 保持比例；stretch 忽略比例</translation>
    </message>
    <message>
        <source>pancreas</source>
        <translation>胰腺</translation>
    </message>
    <message>
        <source>pass {count}</source>
        <translation>第 {count} 次扫过</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心轮数</translation>
    </message>
    <message>
        <source>patient {patient}</source>
        <translation>患者 {patient}</translation>
    </message>
    <message>
        <source>patient: nobody is in both sets; slice: mixes patients, scores are too good</source>
        <translation>patient：没有人同时在两组；slice：混合患者，评分过高</translation>
    </message>
    <message>
        <source>person of {group}</source>
        <translation>{group} 的人员</translation>
    </message>
    <message>
        <source>phase {i}</source>
        <translation>期相 {i}</translation>
    </message>
    <message>
        <source>picture does</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>图像尺寸</translation>
    </message>
    <message>
        <source>picture sizes</source>
        <translation>图像大小</translation>
    </message>
    <message>
        <source>pictures do</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Pictures given to the network for each slice</source>
        <translation>每个切片给网络的图像数</translation>
    </message>
    <message>
        <source>Pictures have no voxel size: sizes in mm and ml are not shown.</source>
        <translation>图像没有体素大小：不显示以 mm 和 ml 计的大小。</translation>
    </message>
    <message>
        <source>pixel spacing</source>
        <translation>像素间距</translation>
    </message>
    <message>
        <source>pixels of {case_id}</source>
        <translation>{case_id} 的像素</translation>
    </message>
    <message>
        <source>Place it by its qform ({axes_of})</source>
        <translation>按其 qform 放置（{axes_of}）</translation>
    </message>
    <message>
        <source>Place it by its sform ({axes_of})</source>
        <translation>按其 sform 放置（{axes_of}）</translation>
    </message>
    <message>
        <source>places its voxels in two ways, {furthest} mm apart (qform and sform)</source>
        <translation>以两种方式放置体素，相差 {furthest} mm（qform 和 sform）</translation>
    </message>
    <message>
        <source>Places no slice covers hold {edge}.</source>
        <translation>没有切片覆盖的位置为 {edge}。</translation>
    </message>
    <message>
        <source>Places outside the scan hold {value}, the file&apos;s padding value.</source>
        <translation>扫描之外的位置为 {value}，即文件的填充值。</translation>
    </message>
    <message>
        <source>plain: two convolutions a level; residual: with a shortcut around them</source>
        <translation>plain：每层两个卷积；residual：带有绕过它们的捷径</translation>
    </message>
    <message>
        <source>pleural effusion</source>
        <translation>胸腔积液</translation>
    </message>
    <message>
        <source>portal vein</source>
        <translation>门静脉</translation>
    </message>
    <message>
        <source>Post-processing</source>
        <translation>后处理</translation>
    </message>
    <message>
        <source>Post-processing {case_id}</source>
        <translation>正在后处理 {case_id}</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Predicting with the saved model</source>
        <translation>正在用保存的模型预测</translation>
    </message>
    <message>
        <source>Predicting {case_id}: {share}</source>
        <translation>正在预测 {case_id}：{share}</translation>
    </message>
    <message>
        <source>Predicting {volume}</source>
        <translation>正在预测 {volume}</translation>
    </message>
    <message>
        <source>prediction ({preset}, {models} models)</source>
        <translation>预测（{preset}，{models} 个模型）</translation>
    </message>
    <message>
        <source>prediction ({preset}{epoch})</source>
        <translation>预测（{preset}{epoch}）</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Preset this run started from</source>
        <translation>此运行开始时的预设</translation>
    </message>
    <message>
        <source>prostate</source>
        <translation>前列腺</translation>
    </message>
    <message>
        <source>Pull of weights towards zero</source>
        <translation>将权重拉向零的力度</translation>
    </message>
    <message>
        <source>put back the data it learned from</source>
        <translation>请放回它所学习的数据</translation>
    </message>
    <message>
        <source>put it elsewhere</source>
        <translation>请放到别处</translation>
    </message>
    <message>
        <source>put that one back or start a new run</source>
        <translation>请放回原模型或开始新的运行</translation>
    </message>
    <message>
        <source>put the data back as they were or start a new one</source>
        <translation>请将数据恢复原样或开始新的</translation>
    </message>
    <message>
        <source>put the data back as they were or start a new run</source>
        <translation>请将数据恢复原样或开始新的运行</translation>
    </message>
    <message>
        <source>put the data back, or evaluate two folders instead</source>
        <translation>请将数据放回，或改为评估两个文件夹</translation>
    </message>
    <message>
        <source>put the data file beside its header</source>
        <translation>请将数据文件放在其文件头旁边</translation>
    </message>
    <message>
        <source>raise image_size (now {image_size}), as small things vanish</source>
        <translation>提高 image_size（现为 {image_size}），因为小的东西会消失</translation>
    </message>
    <message>
        <source>Raise image_size, or crop to the body.</source>
        <translation>请提高 image_size，或裁剪到身体。</translation>
    </message>
    <message>
        <source>ran out of memory</source>
        <translation>内存耗尽</translation>
    </message>
    <message>
        <source>Random bend of the grey scale, at most</source>
        <translation>随机灰度弯曲，最多</translation>
    </message>
    <message>
        <source>Random bending, at most</source>
        <translation>随机变形，最多</translation>
    </message>
    <message>
        <source>Random blur, sigma at most</source>
        <translation>随机模糊，sigma 最多</translation>
    </message>
    <message>
        <source>Random brightness</source>
        <translation>随机亮度</translation>
    </message>
    <message>
        <source>Random brightness change, at most</source>
        <translation>随机亮度变化，最多</translation>
    </message>
    <message>
        <source>Random changes turned {had} pixels of {name} into {has}.</source>
        <translation>随机变化使{name}的 {had} 个像素变为 {has} 个。</translation>
    </message>
    <message>
        <source>Random contrast change, at most</source>
        <translation>随机对比度变化，最多</translation>
    </message>
    <message>
        <source>Random loss of detail: shrunk by at most this and enlarged again</source>
        <translation>随机丢失细节：最多缩小到此再放大</translation>
    </message>
    <message>
        <source>Random mirroring (puts the liver on the wrong side)</source>
        <translation>随机镜像（会把肝脏放到错误的一侧）</translation>
    </message>
    <message>
        <source>Random noise, standard deviation at most</source>
        <translation>随机噪声，标准差最多</translation>
    </message>
    <message>
        <source>Random size change, at most</source>
        <translation>随机大小变化，最多</translation>
    </message>
    <message>
        <source>Random turn, at most</source>
        <translation>随机旋转，最多</translation>
    </message>
    <message>
        <source>random weights</source>
        <translation>随机权重</translation>
    </message>
    <message>
        <source>Read its grey values, whether transparent or not</source>
        <translation>读取其灰度值，无论是否透明</translation>
    </message>
    <message>
        <source>Read its transparency as the mask</source>
        <translation>将其透明度读作掩膜</translation>
    </message>
    <message>
        <source>Read {listed}</source>
        <translation>读取 {listed}</translation>
    </message>
    <message>
        <source>Reading label values</source>
        <translation>正在读取标签值</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>正在读取模型</translation>
    </message>
    <message>
        <source>Reading the run</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>Reading the scan</source>
        <translation>正在读取扫描</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>rectum</source>
        <translation>直肠</translation>
    </message>
    <message>
        <source>Reference and prediction are the same file.</source>
        <translation>参考和预测是同一文件。</translation>
    </message>
    <message>
        <source>Region outputs need liver and tumour; {names} are learned as classes instead.</source>
        <translation>区域输出需要肝脏和肿瘤；改为将 {names} 作为类别学习。</translation>
    </message>
    <message>
        <source>Rehearse for more minutes, or lower batch_size or image_size.</source>
        <translation>请延长预演时间，或降低 batch_size 或 image_size。</translation>
    </message>
    <message>
        <source>repair fewer or others</source>
        <translation>请减少修复或修复其他内容</translation>
    </message>
    <message>
        <source>repair the pairs or choose another folder</source>
        <translation>请修复配对或选择其他文件夹</translation>
    </message>
    <message>
        <source>repaired, but the record is damaged</source>
        <translation>已修复，但记录已损坏</translation>
    </message>
    <message>
        <source>Repairing {case_id}</source>
        <translation>正在修复 {case_id}</translation>
    </message>
    <message>
        <source>replace them before opening it</source>
        <translation>请在打开前替换它们</translation>
    </message>
    <message>
        <source>report this</source>
        <translation>请报告此问题</translation>
    </message>
    <message>
        <source>Report this fault.</source>
        <translation>请报告此故障。</translation>
    </message>
    <message>
        <source>Report this: it is a fault of the program.</source>
        <translation>请报告：这是程序的故障。</translation>
    </message>
    <message>
        <source>resample it to a straight grid first</source>
        <translation>请先重采样到规则网格</translation>
    </message>
    <message>
        <source>resample it to its scan first</source>
        <translation>请先重采样到其扫描</translation>
    </message>
    <message>
        <source>Resample onto the scan&apos;s grid</source>
        <translation>重采样到扫描的网格</translation>
    </message>
    <message>
        <source>Resampled onto a straight grid as asked, {step_mm} mm from slice to slice: {how} and values in between are interpolated.</source>
        <translation>按要求重采样到规则网格，切片间 {step_mm} mm：{how}，中间的值为插值。</translation>
    </message>
    <message>
        <source>Resizing slices</source>
        <translation>正在缩放切片</translation>
    </message>
    <message>
        <source>Reverse the slices</source>
        <translation>反转切片次序</translation>
    </message>
    <message>
        <source>rib</source>
        <translation>肋骨</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Rounds at most, without a time limit</source>
        <translation>没有时间限制时的最多轮数</translation>
    </message>
    <message>
        <source>row {number} of {display_name}</source>
        <translation>{display_name} 的第 {number} 行</translation>
    </message>
    <message>
        <source>said: {strerror}</source>
        <translation>报告：{strerror}</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>同一人</translation>
    </message>
    <message>
        <source>Same seed, same run</source>
        <translation>种子相同，运行相同</translation>
    </message>
    <message>
        <source>same {noun} {shown} {places}</source>
        <translation>相同的{noun} {shown} {places}</translation>
    </message>
    <message>
        <source>save it again</source>
        <translation>请重新保存</translation>
    </message>
    <message>
        <source>save it as .nrrd</source>
        <translation>请保存为 .nrrd</translation>
    </message>
    <message>
        <source>save it as .seg.nrrd, which keeps names and colours too</source>
        <translation>请保存为 .seg.nrrd，它也保留名称和颜色</translation>
    </message>
    <message>
        <source>save it as binary data</source>
        <translation>请保存为二进制数据</translation>
    </message>
    <message>
        <source>save it as CSV again</source>
        <translation>请重新保存为 CSV</translation>
    </message>
    <message>
        <source>save it as CSV in UTF-8</source>
        <translation>请以 UTF-8 的 CSV 保存</translation>
    </message>
    <message>
        <source>save it as one .mha file</source>
        <translation>请保存为一个 .mha 文件</translation>
    </message>
    <message>
        <source>save it as one .nrrd file</source>
        <translation>请保存为一个 .nrrd 文件</translation>
    </message>
    <message>
        <source>save it in LPS</source>
        <translation>请以 LPS 保存</translation>
    </message>
    <message>
        <source>save it with 1 for liver and 2 for tumour</source>
        <translation>请以 1 表示肝脏、2 表示肿瘤保存</translation>
    </message>
    <message>
        <source>save it with gzip or unpacked</source>
        <translation>请以 gzip 或未压缩方式保存</translation>
    </message>
    <message>
        <source>save it with one whole number a label, or switch on &quot;threshold masks&quot;</source>
        <translation>请以每个标签一个整数保存，或开启“掩膜取阈值”</translation>
    </message>
    <message>
        <source>save it with smaller numbers</source>
        <translation>请以较小的数保存</translation>
    </message>
    <message>
        <source>Save minutes</source>
        <translation>保存间隔分钟</translation>
    </message>
    <message>
        <source>save the mask as .seg.nrrd, which keeps names and colours too</source>
        <translation>请将掩膜保存为 .seg.nrrd，它也保留名称和颜色</translation>
    </message>
    <message>
        <source>save the mask with one whole number a label, as PNG</source>
        <translation>请以每个标签一个整数保存掩膜，格式为 PNG</translation>
    </message>
    <message>
        <source>save them and compare the files</source>
        <translation>请先保存，再比较文件</translation>
    </message>
    <message>
        <source>save whole numbers</source>
        <translation>请保存为整数</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>正在保存 {name}</translation>
    </message>
    <message>
        <source>says it has {frames} frames</source>
        <translation>自称有 {frames} 帧</translation>
    </message>
    <message>
        <source>says it has {frames} frames of {columns} x {rows} pixels</source>
        <translation>自称有 {frames} 帧 {columns} x {rows} 像素</translation>
    </message>
    <message>
        <source>says it has {sides} voxels on a side</source>
        <translation>自称一边有 {sides} 个体素</translation>
    </message>
    <message>
        <source>says it has {value} dimensions</source>
        <translation>自称有 {value} 个维度</translation>
    </message>
    <message>
        <source>says it holds {count}, more than its {present} packed bytes can</source>
        <translation>自称含有 {count}，超过其 {present} 压缩字节所能容纳</translation>
    </message>
    <message>
        <source>says it holds {expected} bytes of pixels, and holds {present}</source>
        <translation>自称含有 {expected} 字节像素，实际含有 {present}</translation>
    </message>
    <message>
        <source>says it holds {unpacked} bytes of pixels, more than its {packed} can</source>
        <translation>自称含有 {unpacked} 字节像素，超过其 {packed} 所能容纳</translation>
    </message>
    <message>
        <source>says its pixels lie where its header does</source>
        <translation>自称其像素位于文件头所在处</translation>
    </message>
    <message>
        <source>says its voxels begin at byte {offset}</source>
        <translation>自称其体素从第 {offset} 字节开始</translation>
    </message>
    <message>
        <source>says two things at once</source>
        <translation>自相矛盾</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>scales its values by a table</source>
        <translation>用表格换算其数值</translation>
    </message>
    <message>
        <source>scales its values by {slope} and {intercept}</source>
        <translation>以 {slope} 和 {intercept} 换算其数值</translation>
    </message>
    <message>
        <source>Scan and mask have as many voxels.</source>
        <translation>扫描和掩膜的体素数相同。</translation>
    </message>
    <message>
        <source>Scan: {scan_words}{read}</source>
        <translation>扫描：{scan_words}{read}</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Scans and masks were read: {words} scored.</source>
        <translation>扫描和掩膜已读取：{words}被评分。</translation>
    </message>
    <message>
        <source>Scans have {slices} slices in the middle of the set</source>
        <translation>该组中间的扫描有 {slices} 个切片</translation>
    </message>
    <message>
        <source>Scans have {slices} slices, {apart}: neighbours tell a vessel, which goes on, from a lesion, which ends.</source>
        <translation>扫描有 {slices} 个切片，{apart}：相邻切片可区分延续的血管和终止的病灶。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Scores rest on {few}: the next patient may score much better or much worse.</source>
        <translation>评分仅基于 {few}：下一名患者的评分可能好得多，也可能差得多。</translation>
    </message>
    <message>
        <source>Scoring the validation cases takes about {seconds} s, more than the {limit_s} s asked for: this run ends late. Choose fewer validation cases.</source>
        <translation>对验证病例评分约需 {seconds} 秒，超过所要求的 {limit_s} 秒：此运行会晚结束。请选择较少的验证病例。</translation>
    </message>
    <message>
        <source>Scoring {case_id}</source>
        <translation>正在评分 {case_id}</translation>
    </message>
    <message>
        <source>Second network: looks closely inside the organ&apos;s box</source>
        <translation>第二个网络：在器官框内近看</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Sees the whole picture ({pixels} px)</source>
        <translation>看到整个图像（{pixels} px）</translation>
    </message>
    <message>
        <source>Sees {pixels} × {pixels} pixels</source>
        <translation>看到 {pixels} × {pixels} 像素</translation>
    </message>
    <message>
        <source>Sees {pixels} × {pixels} pixels ({mm} mm)</source>
        <translation>看到 {pixels} × {pixels} 像素（{mm} mm）</translation>
    </message>
    <message>
        <source>sent less than it announced</source>
        <translation>发送的少于所声明的</translation>
    </message>
    <message>
        <source>separate the directions before opening it</source>
        <translation>请在打开前将各方向分开</translation>
    </message>
    <message>
        <source>separate them before opening it</source>
        <translation>请在打开前将其分开</translation>
    </message>
    <message>
        <source>set balance on</source>
        <translation>开启 balance</translation>
    </message>
    <message>
        <source>Set balance on: every batch is then filled so that rare labels are in it.</source>
        <translation>请开启 balance：这样每一批都会填入罕见标签。</translation>
    </message>
    <message>
        <source>Set batches_per_epoch to {batches} or allow more time.</source>
        <translation>请将 batches_per_epoch 设为 {batches}，或给更多时间。</translation>
    </message>
    <message>
        <source>Set batches_per_epoch to {batches}, or keep fewer patients for validation.</source>
        <translation>请将 batches_per_epoch 设为 {batches}，或减少验证患者。</translation>
    </message>
    <message>
        <source>Set learning_rate below {learning_rate}, such as </source>
        <translation>请将 learning_rate 设为低于 {learning_rate}，例如 </translation>
    </message>
    <message>
        <source>Set micro_batch to {held} (same result, less memory) or close other programs.</source>
        <translation>将 micro_batch 设为 {held}（结果相同，内存更少）或关闭其他程序。</translation>
    </message>
    <message>
        <source>set split to patient, or choose the validation patients</source>
        <translation>请将 split 设为 patient，或选择验证患者</translation>
    </message>
    <message>
        <source>setting loss</source>
        <translation>设置 loss</translation>
    </message>
    <message>
        <source>setting window_high_hu</source>
        <translation>设置 window_high_hu</translation>
    </message>
    <message>
        <source>setting {key}</source>
        <translation>设置 {key}</translation>
    </message>
    <message>
        <source>Share kept aside for validation</source>
        <translation>留作验证的比例</translation>
    </message>
    <message>
        <source>Share of slices with artificial tumours drawn into the liver</source>
        <translation>在肝脏中画入人造肿瘤的切片比例</translation>
    </message>
    <message>
        <source>shares slices or the patient of its DICOM files with case {case_id}, and one would be {there} while the other is {here}</source>
        <translation>与病例 {case_id} 共有切片或 DICOM 文件中的患者，而一个将{there}，另一个{here}</translation>
    </message>
    <message>
        <source>shifted by {percent} %</source>
        <translation>移动 {percent} %</translation>
    </message>
    <message>
        <source>shows 0 as white</source>
        <translation>将 0 显示为白</translation>
    </message>
    <message>
        <source>Shrunk below {limit} are {list}.</source>
        <translation>缩小到 {limit} 以下的有 {list}。</translation>
    </message>
    <message>
        <source>Side of the close look at the organ, for a cascade</source>
        <translation>级联中近看器官的边长</translation>
    </message>
    <message>
        <source>Side of the slices the network sees</source>
        <translation>网络所见切片的边长</translation>
    </message>
    <message>
        <source>signal {name}{get}</source>
        <translation>信号 {name}{get}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>size {by} against {by_2} voxels</source>
        <translation>大小 {by} 对 {by_2} 体素</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>Skip placement</source>
        <translation>跳跃连接位置</translation>
    </message>
    <message>
        <source>Skipped {total} {files}: {list}{rest}.</source>
        <translation>跳过 {total} {files}：{list}{rest}。</translation>
    </message>
    <message>
        <source>skips part of its data file</source>
        <translation>跳过了其数据文件的一部分</translation>
    </message>
    <message>
        <source>Slice Dice, mean</source>
        <translation>切片 Dice，平均</translation>
    </message>
    <message>
        <source>slice distance</source>
        <translation>切片间距</translation>
    </message>
    <message>
        <source>Slice numbers start at {numbers}: the first slices may be missing.</source>
        <translation>切片编号从 {numbers} 开始：最前面的切片可能缺失。</translation>
    </message>
    <message>
        <source>Slice {index} of {canonical}.{words}</source>
        <translation>切片 {index}/{canonical}。{words}</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>层面</translation>
    </message>
    <message>
        <source>Slices are {gap} mm apart: the next one shows other tissue, not the same lesion.</source>
        <translation>切片相距 {gap} mm：下一个显示的是其他组织，不是同一病灶。</translation>
    </message>
    <message>
        <source>Slices in memory at once; 0: the whole batch</source>
        <translation>一次放入内存的切片数；0：整批</translation>
    </message>
    <message>
        <source>Slices learned from at once</source>
        <translation>一次学习的切片数</translation>
    </message>
    <message>
        <source>Slices lie {gaps} to {gaps_2} mm apart between scans.</source>
        <translation>各扫描的切片间距为 {gaps} 至 {gaps_2} mm。</translation>
    </message>
    <message>
        <source>Slices of the same patients were learned from and scored: scores are too good.</source>
        <translation>同一患者的切片既用于学习又用于评分：评分过高。</translation>
    </message>
    <message>
        <source>Slices predicted at once</source>
        <translation>一次预测的切片数</translation>
    </message>
    <message>
        <source>Slices shown</source>
        <translation>显示的切片</translation>
    </message>
    <message>
        <source>slicewise ensemble</source>
        <translation>Slicewise 集成</translation>
    </message>
    <message>
        <source>slicewise evaluation 1</source>
        <translation>Slicewise 评估 1</translation>
    </message>
    <message>
        <source>slicewise folders</source>
        <translation>Slicewise 文件夹</translation>
    </message>
    <message>
        <source>Slicewise label {value}: {value}</source>
        <translation>Slicewise 标签 {value}：{value}</translation>
    </message>
    <message>
        <source>slicewise split</source>
        <translation>Slicewise 划分</translation>
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
        <translation>小肠</translation>
    </message>
    <message>
        <source>Smallest lesion</source>
        <translation>最小病灶</translation>
    </message>
    <message>
        <source>So little is left of the picture at the bottom that the lowest level adds work and hardly any knowledge; one level less would do.</source>
        <translation>底部剩下的图像太少，最低层级只增加工作而几乎不增加知识；少一层即可。</translation>
    </message>
    <message>
        <source>So that each mask says by itself what its values mean.</source>
        <translation>使每个掩膜自身说明其值的含义。</translation>
    </message>
    <message>
        <source>So that one file holds all labels of the scan.</source>
        <translation>使一个文件包含该扫描的所有标签。</translation>
    </message>
    <message>
        <source>soft Dice + cross-entropy</source>
        <translation>soft Dice + 交叉熵</translation>
    </message>
    <message>
        <source>Soft edges</source>
        <translation>柔和边缘</translation>
    </message>
    <message>
        <source>Soft edges were cut at half.</source>
        <translation>柔和边缘已在一半处截断。</translation>
    </message>
    <message>
        <source>Soft edges were cut at half: values above {half} were read as label 1.</source>
        <translation>柔和边缘已在一半处截断：大于 {half} 的值读作标签 1。</translation>
    </message>
    <message>
        <source>Some scans are in HU and some hold grey values: the model will mix them up.</source>
        <translation>有些扫描为 HU，有些为灰度值：模型会混淆它们。</translation>
    </message>
    <message>
        <source>Sound, but the mask is empty: the case only teaches what is background.</source>
        <translation>正常，但掩膜为空：该病例只教什么是背景。</translation>
    </message>
    <message>
        <source>Sound: no fault was found.</source>
        <translation>正常：未发现问题。</translation>
    </message>
    <message>
        <source>Sound: the mask sits on what the scan shows.</source>
        <translation>正常：掩膜位于扫描所显示的结构上。</translation>
    </message>
    <message>
        <source>spacing {mm} against {mm_2} mm</source>
        <translation>间距 {mm} 对 {mm_2} mm</translation>
    </message>
    <message>
        <source>spans {last} slices</source>
        <translation>跨越 {last} 个切片</translation>
    </message>
    <message>
        <source>spinal cord</source>
        <translation>脊髓</translation>
    </message>
    <message>
        <source>spleen</source>
        <translation>脾</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>start a new cross-validation</source>
        <translation>请开始新的交叉验证</translation>
    </message>
    <message>
        <source>start a new run</source>
        <translation>请开始新的运行</translation>
    </message>
    <message>
        <source>start a new run; its model is kept</source>
        <translation>请开始新的运行；其模型已保留</translation>
    </message>
    <message>
        <source>Start again with learning_rate {rounded} (now </source>
        <translation>以 learning_rate {rounded} 重新开始（现为 </translation>
    </message>
    <message>
        <source>Stem stride</source>
        <translation>入口步幅</translation>
    </message>
    <message>
        <source>Stem: halves the picture at once</source>
        <translation>入口：立即将图像减半</translation>
    </message>
    <message>
        <source>stomach</source>
        <translation>胃</translation>
    </message>
    <message>
        <source>Stop after so many rounds without gain; 0: never</source>
        <translation>这么多轮没有改善后停止；0：从不</translation>
    </message>
    <message>
        <source>Stop if time is short: the best model is kept. More patients, or the other presets, may bring more.</source>
        <translation>时间紧就停止：最佳模型已保留。更多患者或其他预设可能带来更多。</translation>
    </message>
    <message>
        <source>Stop if time is short: the best model is kept. More patients, or the other presets, may bring more; a falling learning rate often still does.</source>
        <translation>时间紧就停止：最佳模型已保留。更多患者或其他预设可能带来更多；学习率下降往往还会有收益。</translation>
    </message>
    <message>
        <source>stopped unexpectedly ({cause_of})</source>
        <translation>意外停止（{cause_of}）</translation>
    </message>
    <message>
        <source>stores numbers in big-endian order</source>
        <translation>以大端序存储数字</translation>
    </message>
    <message>
        <source>stores {bits} bits a pixel as {kind}</source>
        <translation>以 {kind} 每像素存储 {bits} 位</translation>
    </message>
    <message>
        <source>stores {stored} of {allocated} bits up to bit {high_bit}, which cannot be shown</source>
        <translation>以 {allocated} 位存储 {stored} 位直到第 {high_bit} 位，无法显示</translation>
    </message>
    <message>
        <source>Surface Dice, 1 mm</source>
        <translation>表面 Dice，1 mm</translation>
    </message>
    <message>
        <source>Surface Dice, 2 mm</source>
        <translation>表面 Dice，2 mm</translation>
    </message>
    <message>
        <source>switch on &quot;threshold masks&quot;</source>
        <translation>请开启“掩膜取阈值”</translation>
    </message>
    <message>
        <source>switch on &quot;threshold masks&quot;, or export masks as PNG</source>
        <translation>请开启“掩膜取阈值”，或将掩膜导出为 PNG</translation>
    </message>
    <message>
        <source>switch on &quot;threshold masks&quot;, or save it with one whole number a label</source>
        <translation>请开启“掩膜取阈值”，或以每个标签一个整数保存</translation>
    </message>
    <message>
        <source>Synthetic lesions</source>
        <translation>人造病灶</translation>
    </message>
    <message>
        <source>Take a loss that counts rare pixels (dice_ce; now {loss}), keep balance on, and look whether masks lie on their scans.</source>
        <translation>采用计入罕见像素的损失（dice_ce；现为 {loss}），保持 balance 开启，并查看掩膜是否位于其扫描上。</translation>
    </message>
    <message>
        <source>take it again from where it came</source>
        <translation>请从来源重新获取</translation>
    </message>
    <message>
        <source>take it away; the run stays whole</source>
        <translation>请将其移走；该运行保持完整</translation>
    </message>
    <message>
        <source>take one of the two out of the data set</source>
        <translation>请将两者之一移出数据集</translation>
    </message>
    <message>
        <source>Take over the scan&apos;s header</source>
        <translation>采用扫描的文件头</translation>
    </message>
    <message>
        <source>take the folder away and measure again</source>
        <translation>请移走该文件夹并重新测量</translation>
    </message>
    <message>
        <source>take the loss dice_ce</source>
        <translation>采用损失 dice_ce</translation>
    </message>
    <message>
        <source>Take {listed} out of validation, or add patients that have it.</source>
        <translation>请将 {listed} 移出验证，或添加有它的患者。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>temporal position</source>
        <translation>时间位置</translation>
    </message>
    <message>
        <source>The 3D view</source>
        <translation>三维视图</translation>
    </message>
    <message>
        <source>The band reaches from the lower to the upper quartile of the cases&apos; Dice between the two readers; the line in it is the median.</source>
        <translation>该带从两位阅片者之间各病例 Dice 的下四分位数到上四分位数；其中的线为中位数。</translation>
    </message>
    <message>
        <source>The box around the liver is {side} pixels wide. {lost_words}</source>
        <translation>肝脏周围的框宽 {side} 像素。{lost_words}</translation>
    </message>
    <message>
        <source>The brightest tissue of {name} has {grey_words}; in the scans the model learned from it has {range_words}: perhaps another contrast phase, scanner setting or part of the body.</source>
        <translation>{name} 中最亮的组织为 {grey_words}；在模型学习过的扫描中为 {range_words}：可能是其他增强期、设备设置或身体部位。</translation>
    </message>
    <message>
        <source>The computer was busy with other work ({load} programs at once for {cores} cores): without it, less time is needed.</source>
        <translation>测量时计算机正忙于其他工作（{cores} 个核心上同时有 {load} 个程序）：没有这些工作时用时更短。</translation>
    </message>
    <message>
        <source>The darkest tissue of {name} has {grey_words}; in the scans the model learned from it has {range_words}: perhaps another contrast phase, scanner setting or part of the body.</source>
        <translation>{name} 中最暗的组织为 {grey_words}；在模型学习过的扫描中为 {range_words}：可能是其他增强期、设备设置或身体部位。</translation>
    </message>
    <message>
        <source>the data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>The data set does not tell patients apart: every case counts as a patient of its own. If some are of one person, the scores are too good.</source>
        <translation>数据集无法区分患者：每个病例都算作一名患者。如果其中有同一人的，评分就过高。</translation>
    </message>
    <message>
        <source>The Dice of {region} rests on {count} of {listed}: small changes of it mean nothing.</source>
        <translation>{region} 的 Dice 基于 {listed} 的 {count}：小的变化没有意义。</translation>
    </message>
    <message>
        <source>the disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>The disk did not take the mask of {case_id} of epoch {epoch}: it cannot be shown later. The training goes on.</source>
        <translation>磁盘没有接收第 {epoch} 轮 {case_id} 的掩膜：之后无法显示。训练继续进行。</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>磁盘为只读</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>磁盘报告错误</translation>
    </message>
    <message>
        <source>the disk that holds the runs</source>
        <translation>存放运行的磁盘</translation>
    </message>
    <message>
        <source>the evaluation</source>
        <translation>该评估</translation>
    </message>
    <message>
        <source>the extension</source>
        <translation>该延长</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>该文件</translation>
    </message>
    <message>
        <source>The file does not name this scan: it was filled on it because you chose so.</source>
        <translation>文件没有指明此扫描：按您的选择填充在其上。</translation>
    </message>
    <message>
        <source>The file does not say which way the patient lies: slices are shown as stored, without letters.</source>
        <translation>文件没有说明患者的方位：切片按存储方式显示，没有字母。</translation>
    </message>
    <message>
        <source>The file gives another frame of reference than its scan; the slices it names are this scan&apos;s.</source>
        <translation>文件给出的参考坐标系与其扫描不同；它所指明的切片属于此扫描。</translation>
    </message>
    <message>
        <source>The file gives no voxel size (1, 1, 1 mm is a placeholder): sizes in mm and ml are not shown.</source>
        <translation>文件未给出体素大小（1, 1, 1 mm 只是占位）：不显示以 mm 和 ml 计的大小。</translation>
    </message>
    <message>
        <source>The file gives no voxel size: sizes in mm and ml are not shown.</source>
        <translation>文件未给出体素大小：不显示以 mm 和 ml 计的大小。</translation>
    </message>
    <message>
        <source>the file is too large for this disk</source>
        <translation>文件对此磁盘来说太大</translation>
    </message>
    <message>
        <source>The file {fault}; the {wish} was used, as chosen.</source>
        <translation>文件{fault}；按选择使用了 {wish}。</translation>
    </message>
    <message>
        <source>The files do not say how values become HU; they are shown as stored.</source>
        <translation>文件没有说明数值如何换算为 HU；按存储值显示。</translation>
    </message>
    <message>
        <source>The finest skip carries the picture&apos;s own pixels: outlines follow it to a pixel.</source>
        <translation>最精细的跳跃连接传递图像自身的像素：轮廓可精确到一个像素。</translation>
    </message>
    <message>
        <source>The finest skip joins at a {share} of the picture&apos;s side and the last step enlarges the mask: outlines are good to about {step} pixels. Look at the surface Dice after training.</source>
        <translation>最精细的跳跃连接在图像边长的 {share} 处接入，最后一步放大掩膜：轮廓约精确到 {step} 像素。训练后请查看表面 Dice。</translation>
    </message>
    <message>
        <source>the fingerprint</source>
        <translation>数据指纹</translation>
    </message>
    <message>
        <source>The first network sees whole slices at {finder} × {finder} pixels, the second the organ&apos;s box at {side} × {side}.</source>
        <translation>第一个网络看 {finder} × {finder} 像素的整个切片，第二个看 {side} × {side} 的器官框。</translation>
    </message>
    <message>
        <source>the folder may not be written to</source>
        <translation>该文件夹不可写入</translation>
    </message>
    <message>
        <source>the forecast</source>
        <translation>预估</translation>
    </message>
    <message>
        <source>the gain is not certain</source>
        <translation>收益并不确定</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>The grid of the finest skip is {mm} mm, so outlines of small lesions come out blunt: look at the surface Dice, or choose a larger picture.</source>
        <translation>最精细跳跃连接的网格为 {mm} mm，因此小病灶的轮廓会变钝：请查看表面 Dice，或选择更大的图像。</translation>
    </message>
    <message>
        <source>The label {value}, &quot;{names}&quot; in {name}, is called {tumour} here.</source>
        <translation>{name} 中的标签 {value}“{names}”在此称为{tumour}。</translation>
    </message>
    <message>
        <source>The label, {name}, is on {pictures} of {count} pictures and fills {percent} % of their area.</source>
        <translation>标签{name}出现在 {count} 张图像中的 {pictures} 张上，占其面积的 {percent} %。</translation>
    </message>
    <message>
        <source>The learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>the learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>the liver hardly stands out from what lies around it</source>
        <translation>肝脏与周围几乎没有区别</translation>
    </message>
    <message>
        <source>The liver label lies inside the tumour label and is smaller ({counts} against {counts_2} voxels): the two numbers seem to be exchanged.</source>
        <translation>肝脏标签位于肿瘤标签之内且更小（{counts} 对 {counts_2} 个体素）：两个编号似乎互换了。</translation>
    </message>
    <message>
        <source>The liver&apos;s box is as wide as the slice: a closer look would show nothing larger.</source>
        <translation>肝脏框与切片同宽：近看不会放大任何内容。</translation>
    </message>
    <message>
        <source>The liver&apos;s box is {percent} as wide as the slice, so that the second network sees everything {share} times as large and on the liver&apos;s own grey scale, however bright the liver of that patient is.</source>
        <translation>肝脏框宽为切片的 {percent}，因此第二个网络看到的一切放大 {share} 倍，并采用肝脏自身的灰度，无论该患者的肝脏多亮。</translation>
    </message>
    <message>
        <source>The liver&apos;s middle value differs by {spread} between patients, {spread_2} times its scatter inside one: other contrast phases or machines, which need more patients of each.</source>
        <translation>患者之间肝脏的中间值相差 {spread}，为单个患者内离散的 {spread_2} 倍：其他增强期相或机器，每种都需要更多患者。</translation>
    </message>
    <message>
        <source>the liver&apos;s own, ±{share} {unit}</source>
        <translation>肝脏自身的，±{share} {unit}</translation>
    </message>
    <message>
        <source>The loss explodes: {middle} over the last {batches} batches, {middle_2} in the round before.</source>
        <translation>损失爆炸：最近 {batches} 批为 {middle}，前一轮为 {middle_2}。</translation>
    </message>
    <message>
        <source>The loss fell {words}: it learns.</source>
        <translation>损失下降：{words}：它在学习。</translation>
    </message>
    <message>
        <source>The loss hardly fell: {words}, where a sound network learns a few slices by heart.</source>
        <translation>损失几乎没有下降：{words}，而正常的网络会背下少量切片。</translation>
    </message>
    <message>
        <source>The loss of epoch {epoch} was not a number{on}. The run went back to {place} and goes on with half the learning rate ({learning_rate}).</source>
        <translation>第 {epoch} 轮的损失不是数{on}。运行已回到{place}，并以一半的学习率（{learning_rate}）继续。</translation>
    </message>
    <message>
        <source>The loss rose {words}.</source>
        <translation>损失上升：{words}。</translation>
    </message>
    <message>
        <source>The loss stopped being a number {times}, last in epoch {setbacks}; the run went back to its last good state.</source>
        <translation>损失有 {times}不再是数，最近一次在第 {setbacks} 轮；运行已回到最后的良好状态。</translation>
    </message>
    <message>
        <source>The loss went {words}, but on slices that were not shown it is {validation_loss}: the weights are thrown about.</source>
        <translation>损失{words}，但在未展示的切片上为 {validation_loss}：权重被甩来甩去。</translation>
    </message>
    <message>
        <source>the mask</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <source>The mask holds 0 and {text}.</source>
        <translation>掩膜含有 0 和 {text}。</translation>
    </message>
    <message>
        <source>The mask holds fractions.</source>
        <translation>掩膜含有小数。</translation>
    </message>
    <message>
        <source>The mask holds {values} different values, as blurred edges do.</source>
        <translation>掩膜含有 {values} 个不同的值，如同模糊的边缘。</translation>
    </message>
    <message>
        <source>The mask holds {values}, which stands for no label; give it a meaning.</source>
        <translation>掩膜含有 {values}，它不代表任何标签；请赋予含义。</translation>
    </message>
    <message>
        <source>The mask is empty: no voxel holds a label.</source>
        <translation>掩膜为空：没有体素带有标签。</translation>
    </message>
    <message>
        <source>The mask lies on a grid of its own, unlike its scan: {said}.</source>
        <translation>掩膜位于自己的网格上，与其扫描不同：{said}。</translation>
    </message>
    <message>
        <source>The mask lies on another grid than the scan: {list}; export it again on the scan&apos;s own grid.</source>
        <translation>掩膜与扫描的网格不同：{list}；请在扫描自身的网格上重新导出。</translation>
    </message>
    <message>
        <source>The mask of {case_id} of epoch {epoch}</source>
        <translation>第 {epoch} 轮 {case_id} 的掩膜</translation>
    </message>
    <message>
        <source>The mask was put together: {made}.</source>
        <translation>掩膜由多部分拼成：{made}。</translation>
    </message>
    <message>
        <source>The mask was repaired: {repair}.</source>
        <translation>掩膜已修复：{repair}。</translation>
    </message>
    <message>
        <source>The mask would fit better {count} further {way} ({there} against {here}): slices of image and mask are paired wrongly; match them again.</source>
        <translation>掩膜再{way} {count}会更吻合（{there} 对 {here}）：图像和掩膜的切片配对有误；请重新匹配。</translation>
    </message>
    <message>
        <source>The mask&apos;s voxels are stored in another order than the scan&apos;s but lie at the same places in the body; they were read in the scan&apos;s order.</source>
        <translation>掩膜体素的存储次序与扫描不同，但在身体中的位置相同；已按扫描的次序读取。</translation>
    </message>
    <message>
        <source>the masks</source>
        <translation>这些掩膜</translation>
    </message>
    <message>
        <source>the memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>The middle grey of the {name} scatters by {spread} {unit} between patients, {percent} of the window: with changes of twice that, a new patient is nothing new.</source>
        <translation>患者之间{name}的中间灰度离散 {spread} {unit}，占窗的 {percent}：以两倍的变化训练，新患者就不陌生。</translation>
    </message>
    <message>
        <source>the minutes</source>
        <translation>分钟数</translation>
    </message>
    <message>
        <source>The model file agrees with the trained network in {same} of voxels only.</source>
        <translation>模型文件只在 {same} 的体素上与训练的网络一致。</translation>
    </message>
    <message>
        <source>The model file was loaded and draws the same mask.</source>
        <translation>模型文件已加载并画出相同的掩膜。</translation>
    </message>
    <message>
        <source>The model found no {label}.</source>
        <translation>模型没有找到{label}。</translation>
    </message>
    <message>
        <source>{volume} has a spacing of {mm} mm; the model learned at {mm_2} mm: expect errors.</source>
        <translation>{volume} 的体素间距为 {mm} mm；模型学习时为 {mm_2} mm：可能出现错误。</translation>
    </message>
    <message>
        <source>The model of epoch {epoch} (mean Dice {score}) is kept, nothing is lost{towards_the_end}. More patients help most; else stronger random changes (rotation, scale, contrast, gamma) or fewer rounds.</source>
        <translation>保留了第 {epoch} 轮的模型（平均 Dice {score}），没有丢失任何内容{towards_the_end}。更多患者最有帮助；否则增强随机变化（旋转、缩放、对比度、gamma）或减少轮次。</translation>
    </message>
    <message>
        <source>the model to start from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>The network calls everything background: in the last {rounds} rounds not one voxel was found in {listed}.</source>
        <translation>网络把一切都称为背景：最近 {rounds} 轮在 {listed} 中没有找到一个体素。</translation>
    </message>
    <message>
        <source>The network has not seen one pixel of {list} in {rounds} rounds: what is never shown is never learned.</source>
        <translation>{rounds} 轮中网络没有见过{list}的一个像素：从不展示的永远学不会。</translation>
    </message>
    <message>
        <source>The network waited for slices during {middle} of the last {shares} rounds: reading and changing them is slower than learning.</source>
        <translation>最近 {shares} 轮中网络有 {middle} 的时间在等切片：读取和变换比学习更慢。</translation>
    </message>
    <message>
        <source>The network&apos;s mask has the size of the reference ({out}).</source>
        <translation>网络的掩膜与参考大小相同（{out}）。</translation>
    </message>
    <message>
        <source>The network&apos;s mask has {out} voxels, the reference {expected}.</source>
        <translation>网络的掩膜有 {out} 个体素，参考有 {expected} 个。</translation>
    </message>
    <message>
        <source>the number of folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>The one tumour measures {pixels} pixels across{millimetres}.</source>
        <translation>唯一的肿瘤宽 {pixels} 像素{millimetres}。</translation>
    </message>
    <message>
        <source>the only case</source>
        <translation>唯一的病例</translation>
    </message>
    <message>
        <source>the only image and the only mask without a name</source>
        <translation>唯一的图像和唯一没有名称的掩膜</translation>
    </message>
    <message>
        <source>The queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>The rarest label here, {name}, is on {pictures} of {count} pictures and fills {percent} % of their area.</source>
        <translation>此处最罕见的标签{name}出现在 {count} 张图像中的 {pictures} 张上，占其面积的 {percent} %。</translation>
    </message>
    <message>
        <source>the scan</source>
        <translation>该扫描</translation>
    </message>
    <message>
        <source>The spacing of {volume} is unknown; the model learned at {mm} mm.</source>
        <translation>{volume} 的体素间距未知；模型学习时为 {mm} mm。</translation>
    </message>
    <message>
        <source>The validation cases chose this epoch. A test on patients who chose nothing is still to be done.</source>
        <translation>这一轮是由验证病例选出的。仍需在未参与任何选择的患者上测试。</translation>
    </message>
    <message>
        <source>the weights of another model ({name}SHA-256 {digits}…)</source>
        <translation>另一模型的权重（{name}SHA-256 {digits}…）</translation>
    </message>
    <message>
        <source>The {name} that was found has a median of {grey_words}; in the scans the model learned from it has {range_words}: perhaps another contrast phase, or not the right organ.</source>
        <translation>找到的{name}中位数为 {grey_words}；在模型学习过的扫描中为 {range_words}：可能是其他增强期相，或不是正确的器官。</translation>
    </message>
    <message>
        <source>This is no medical device: a mask needs a look by somebody who can read the scan before anything is decided by it.</source>
        <translation>这不是医疗器械：在据此作任何决定之前，掩膜需由能够阅片的人查看。</translation>
    </message>
    <message>
        <source>Tissue</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>train first</source>
        <translation>请先训练</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>try once more</source>
        <translation>请再试一次</translation>
    </message>
    <message>
        <source>turned by {degrees}°</source>
        <translation>旋转 {degrees}°</translation>
    </message>
    <message>
        <source>unknown: no scan has a scale</source>
        <translation>未知：没有扫描带有比例尺</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Voxel size</source>
        <translation>体素大小</translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation>体素</translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation>正在预热</translation>
    </message>
    <message>
        <source>What it learned from</source>
        <translation>从什么学习</translation>
    </message>
    <message>
        <source>What was measured is not remembered: {error}</source>
        <translation>测量结果未能保存：{error}</translation>
    </message>
    <message>
        <source>Where it is from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Whether the grey values of a scan are like those it learned from cannot be told: the model file does not hold them. Models trained from now on do.</source>
        <translation>无法判断扫描的灰度值是否与模型学习过的扫描相似：模型文件中没有这些灰度值。今后训练的模型会有。</translation>
    </message>
    <message>
        <source>With {ways}, {subject} {fault}.</source>
        <translation>{ways}时，{subject} {fault}。</translation>
    </message>
    <message>
        <source>{chose} more chose the epoch (validation)</source>
        <translation>另有 {chose} 个用于选择轮次（验证）</translation>
    </message>
    <message>
        <source>{count}, none known to be {sizes_mm} mm or more across.</source>
        <translation>{count}，没有已知达到 {sizes_mm} mm 或更大的。</translation>
    </message>
    <message>
        <source>{count}, {large} of them {sizes_mm} mm or more across.</source>
        <translation>{count}，其中 {large} 个为 {sizes_mm} mm 或更大。</translation>
    </message>
    <message>
        <source>{ends} in each scan</source>
        <translation>每个扫描 {ends} 个</translation>
    </message>
    <message>
        <source>{epoch} (preset {preset})</source>
        <translation>{epoch}（预设 {preset}）</translation>
    </message>
    <message>
        <source>{learned} scans are</source>
        <translation>{learned} 个扫描</translation>
    </message>
    <message>
        <source>{learned}; {kept}; {test} kept for a test</source>
        <translation>{learned} 个；{kept}；{test} 个留作测试</translation>
    </message>
    <message>
        <source>{list} voxels</source>
        <translation>{list} 体素</translation>
    </message>
    <message>
        <source>{median} mm (median){spread_mm}</source>
        <translation>{median} mm（中位数）{spread_mm}</translation>
    </message>
    <message>
        <source>{missed} of {real} lesions were missed</source>
        <translation>{real} 个病灶中遗漏了 {missed} 个</translation>
    </message>
    <message>
        <source>{name} is one of the scans that chose this model (validation): its mask may look a little better than on a new patient.</source>
        <translation>{name} 是用于选择此模型的扫描之一（验证）：其掩膜看起来可能比在新患者上略好。</translation>
    </message>
    <message>
        <source>{name} is one of the scans that {learned} of these {count} networks learned from: its mask will look better than on a new patient.</source>
        <translation>{name} 是这 {count} 个网络中 {learned} 个学习过的扫描之一：其掩膜看起来会比在新患者上更好。</translation>
    </message>
    <message>
        <source>{name} is one of the scans this model learned from: its mask will look better than on a new patient.</source>
        <translation>{name} 是此模型学习过的扫描之一：其掩膜看起来会比在新患者上更好。</translation>
    </message>
    <message>
        <source>{networks} networks</source>
        <translation>{networks} 个网络</translation>
    </message>
    <message>
        <source>{numbers} slice {ending}</source>
        <translation>{numbers} 个切片{ending}</translation>
    </message>
    <message>
        <source>{numbers} slices {ending}</source>
        <translation>{numbers} 个切片{ending}</translation>
    </message>
    <message>
        <source>{scans} few to learn from: expect it to work on scans like these (same scanner, contrast phase, kind of patient) and to fail on others.</source>
        <translation>{scans}用于学习偏少：预计它适用于与这些相似的扫描（相同的扫描仪、增强期相、患者类型），而在其他扫描上失败。</translation>
    </message>
    <message>
        <source>{scans}; each was kept aside by one of the networks</source>
        <translation>{scans} 个；每个都由其中一个网络留出</translation>
    </message>
    <message>
        <source>{share} of {name} is neither black nor white in the window of the model; of the scans it learned from {low} to {high}: perhaps another part of the body, or more air around the patient.</source>
        <translation>在模型的窗中，{name} 有 {share} 既非黑也非白；模型学习过的扫描为 {low} 至 {high}：可能是身体的其他部位，或患者周围空气较多。</translation>
    </message>
    <message>
        <source>{share}, up to {sized} mm across: misses are not only small{also}.</source>
        <translation>{share}，最大 {sized} mm：遗漏的不只是小的{also}。</translation>
    </message>
    <message>
        <source>{share}: all are below {bound} mm{also}.</source>
        <translation>{share}：全部小于 {bound} mm{also}。</translation>
    </message>
    <message>
        <source>{share}: the only one is below {bound} mm{also}.</source>
        <translation>{share}：唯一的一个小于 {bound} mm{also}。</translation>
    </message>
    <message>
        <source>{share}: {small} of them below {bound} mm, the largest {sized} mm{also}.</source>
        <translation>{share}：其中 {small} 个小于 {bound} mm，最大的 {sized} mm{also}。</translation>
    </message>
    <message>
        <source>the only one,</source>
        <translation>唯一的一个，</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 人</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>A value sees</source>
        <translation>一个值看到</translation>
    </message>
    <message>
        <source>All together, {cases} of {persons}{skipped}:</source>
        <translation>合计，{persons}的 {cases}{skipped}：</translation>
    </message>
    <message>
        <source>compare them again</source>
        <translation>请重新比较</translation>
    </message>
    <message>
        <source>Computer: {machine_words}</source>
        <translation>计算机：{machine_words}</translation>
    </message>
    <message>
        <source>darkest {dark}, middle {middle}, brightest {bright} {unit}</source>
        <translation>最暗 {dark}，中间 {middle}，最亮 {bright} {unit}</translation>
    </message>
    <message>
        <source>Distances of {region} leave out {cases} in which one side is empty: they flatter.</source>
        <translation>{region}的距离略去了一侧为空的 {cases}：结果偏好。</translation>
    </message>
    <message>
        <source>do not lie in files</source>
        <translation>不在文件中</translation>
    </message>
    <message>
        <source>Learning curve, run {number} of {shares}: {people}.</source>
        <translation>学习曲线，第 {number} 次运行（共 {shares} 次）：{people}。</translation>
    </message>
    <message>
        <source>Learning from a batch of {batch} slices takes {operations} operations and keeps {memory} of intermediate results for {held} slices at once (in 32-bit numbers); weights, their average and the optimiser&apos;s memory come on top: {weights}.</source>
        <translation>学习一批 {batch} 个切片需要 {operations} 次运算，并为一次 {held} 个切片保留 {memory} 中间结果（32 位数）；另加权重、其平均和优化器的内存：{weights}。</translation>
    </message>
    <message>
        <source>Learning from a batch of {batch} slices, one after the other, takes {operations} operations and keeps {memory} of intermediate results (in 32-bit numbers); weights, their average and the optimiser&apos;s memory come on top: {weights}.</source>
        <translation>学习一批 {batch} 个切片（逐个进行）需要 {operations} 次运算，并保留 {memory} 中间结果（32 位数）；另加权重、其平均和优化器的内存：{weights}。</translation>
    </message>
    <message>
        <source>lies on another grid than the reference ({list})</source>
        <translation>与参考的网格不同（{list}）</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>生成所用</translation>
    </message>
    <message>
        <source>Measuring {ways}</source>
        <translation>正在测量：{ways}</translation>
    </message>
    <message>
        <source>Median of {name}</source>
        <translation>{name}的中位数</translation>
    </message>
    <message>
        <source>skip: copied across and laid beside</source>
        <translation>跳跃连接：复制过去并放在旁边</translation>
    </message>
    <message>
        <source>taught here too, in training</source>
        <translation>训练时此处也教</translation>
    </message>
    <message>
        <source>test case {case_id}</source>
        <translation>测试病例 {case_id}</translation>
    </message>
    <message>
        <source>the box around what it found, cut out of the scan</source>
        <translation>从扫描中裁出所找到内容周围的框</translation>
    </message>
    <message>
        <source>the mask, by a 1 × 1 convolution</source>
        <translation>掩膜，由 1 × 1 卷积得到</translation>
    </message>
    <message>
        <source>the mask, by a 2 × 2 transposed convolution</source>
        <translation>掩膜，由 2 × 2 转置卷积得到</translation>
    </message>
    <message>
        <source>the order of words</source>
        <translation>词语的顺序</translation>
    </message>
    <message>
        <source>The outline of the mask lies on nothing that shows in the scan (fit {fit} of 1)</source>
        <translation>掩膜的轮廓没有落在扫描所显示的任何结构上（吻合度 {fit}，满分 1）</translation>
    </message>
    <message>
        <source>The outline of the patient is not found for certain: it would cut labels off in {cut} of {cases} scans.</source>
        <translation>患者的轮廓无法确定找到：{cases} 个扫描中有 {cut} 个会裁掉标签。</translation>
    </message>
    <message>
        <source>The patient fills only {percent} of the picture&apos;s width: without the air around, everything is shown {share} times as large.</source>
        <translation>患者只占图像宽度的 {percent}：去掉周围空气后，一切放大 {share} 倍显示。</translation>
    </message>
    <message>
        <source>The patient fills {percent} of the picture&apos;s width: little would be gained.</source>
        <translation>患者占图像宽度的 {percent}：收益很小。</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>该图像</translation>
    </message>
    <message>
        <source>The pictures are coloured; their {value} is shown.</source>
        <translation>图像为彩色；显示其{value}。</translation>
    </message>
    <message>
        <source>The pictures of the mask were laid on the slices of the scan in the order of their names, the first on the lowest slice.</source>
        <translation>掩膜的图像按名称顺序放到扫描的切片上，第一张在最低的切片。</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>该计划</translation>
    </message>
    <message>
        <source>the prediction</source>
        <translation>该预测</translation>
    </message>
    <message>
        <source>The prediction holds no {region}; if its model does not look for it, ignore that score.</source>
        <translation>预测不含{region}；如果其模型不寻找它，请忽略该评分。</translation>
    </message>
    <message>
        <source>The prediction knows no {label}, which is therefore not scored.</source>
        <translation>预测中没有{label}，因此不评分。</translation>
    </message>
    <message>
        <source>The queue of runs</source>
        <translation>运行队列</translation>
    </message>
    <message>
        <source>The reference knows no {name}, which is therefore not scored.</source>
        <translation>参考中没有{name}，因此不评分。</translation>
    </message>
    <message>
        <source>The repaired data set is written</source>
        <translation>修复后的数据集已写入</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>该运行</translation>
    </message>
    <message>
        <source>the run folder</source>
        <translation>运行文件夹</translation>
    </message>
    <message>
        <source>the run&apos;s settings</source>
        <translation>该运行的设置</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>The scan is cut off at {low} HU, as by a window: air, lung and fat below it cannot be told apart.</source>
        <translation>扫描在 {low} HU 处被截断，如同被窗截断：其下的空气、肺和脂肪无法区分。</translation>
    </message>
    <message>
        <source>The scan says HU but holds 0 to 255 only, as pictures do: windows in HU do not apply.</source>
        <translation>扫描自称 HU，却像图像一样只含 0 至 255：HU 窗不适用。</translation>
    </message>
    <message>
        <source>The scan&apos;s values reach {high} and none is below 0: they seem to be stored values whose rescale to HU was lost; export it again from DICOM.</source>
        <translation>扫描的数值高达 {high} 且没有小于 0 的：看来是丢失了 HU 换算的存储值；请从 DICOM 重新导出。</translation>
    </message>
    <message>
        <source>The scanner counted {text} images; {slices} are here.</source>
        <translation>扫描仪计为 {text} 张图像；这里有 {slices} 张。</translation>
    </message>
    <message>
        <source>The scans hold grey values, not HU: they were windowed before, and 0 to 255 pass unchanged.</source>
        <translation>扫描含有灰度值，不是 HU：之前已加窗，0 至 255 原样通过。</translation>
    </message>
    <message>
        <source>The series has one slice only.</source>
        <translation>该序列只有一个切片。</translation>
    </message>
    <message>
        <source>the series it was drawn on is not here</source>
        <translation>它所画的序列不在这里</translation>
    </message>
    <message>
        <source>the slice cache</source>
        <translation>切片缓存</translation>
    </message>
    <message>
        <source>The slice cache of case {case_id} was damaged; it is made again.</source>
        <translation>病例 {case_id} 的切片缓存已损坏；正在重新生成。</translation>
    </message>
    <message>
        <source>The slice has no thickness: volumes in ml are not shown.</source>
        <translation>切片没有厚度：不显示以 ml 计的体积。</translation>
    </message>
    <message>
        <source>the split</source>
        <translation>该划分</translation>
    </message>
    <message>
        <source>the stack</source>
        <translation>该堆栈</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>The task suits a U-Net with reservations: {listed}.</source>
        <translation>该任务有保留地适合 U-Net：{listed}。</translation>
    </message>
    <message>
        <source>The task suits a U-Net: what is to be found can be seen in single slices.</source>
        <translation>该任务适合 U-Net：要找的内容在单个切片中可见。</translation>
    </message>
    <message>
        <source>the test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>The test cases have been scored {times} times now, as this run learned on after its end. The more often they are looked at, the less they are a test.</source>
        <translation>由于该运行结束后又继续学习，测试病例已被评分 {times} 次。看得越多，就越不像测试。</translation>
    </message>
    <message>
        <source>the training cases</source>
        <translation>训练病例</translation>
    </message>
    <message>
        <source>The training loss rose from {lowest} to {losses} and did not come back for 2 rounds.</source>
        <translation>训练损失从 {lowest} 升到 {losses}，2 轮内没有回落。</translation>
    </message>
    <message>
        <source>The training loss swings by {size} about {mean} from round to round and does not fall: {losses} became {losses_2} in {swings} rounds.</source>
        <translation>训练损失逐轮在 {mean} 附近摆动 {size} 而不下降：{swings} 轮内从 {losses} 变为 {losses_2}。</translation>
    </message>
    <message>
        <source>The tumour label nowhere touches the liver label: look at this case.</source>
        <translation>肿瘤标签没有任何处触及肝脏标签：请查看此病例。</translation>
    </message>
    <message>
        <source>the tumours are faint</source>
        <translation>肿瘤很淡</translation>
    </message>
    <message>
        <source>the tumours hardly stand out of the liver</source>
        <translation>肿瘤在肝脏中几乎不突出</translation>
    </message>
    <message>
        <source>The two grids have nothing in common.</source>
        <translation>两个网格毫无共同之处。</translation>
    </message>
    <message>
        <source>the validation loss ({here}) is far below the training loss ({there})</source>
        <translation>验证损失（{here}）远低于训练损失（{there}）</translation>
    </message>
    <message>
        <source>the volume</source>
        <translation>该体积</translation>
    </message>
    <message>
        <source>The weights are thrown about: the validation loss is {lately}, while the training loss began with {first}.</source>
        <translation>权重被甩来甩去：验证损失为 {lately}，而训练损失起始为 {first}。</translation>
    </message>
    <message>
        <source>The weights of the best epoch ({best}) are damaged and no longer among the saved states: the best epoch from here on is kept instead.</source>
        <translation>最佳轮次（{best}）的权重已损坏且不在保存的状态中：改为从此处起保留最佳轮次。</translation>
    </message>
    <message>
        <source>the whole volume</source>
        <translation>整个体积</translation>
    </message>
    <message>
        <source>the worker</source>
        <translation>工作进程</translation>
    </message>
    <message>
        <source>The {kind} {shown} has no {other} and is not scored.</source>
        <translation>{kind} {shown} 没有{other}，不评分。</translation>
    </message>
    <message>
        <source>The {label}&apos;s median is {median} HU, which is no {organ}</source>
        <translation>{label}的中位数为 {median} HU，不是{organ}</translation>
    </message>
    <message>
        <source>The {label}&apos;s median is {median} of 255, which is no {organ}</source>
        <translation>{label}的中位数为 {median}（满分 255），不是{organ}</translation>
    </message>
    <message>
        <source>The {what} not say where in the patient it lies: no letters, no sizes in ml.</source>
        <translation>{what}没有说明位于患者何处：没有字母，没有以 ml 计的大小。</translation>
    </message>
    <message>
        <source>their edges are blurred</source>
        <translation>其边缘模糊</translation>
    </message>
    <message>
        <source>Their edges are blurred: only {percent} of the difference is there within two pixels, so people draw them differently too, and no network will agree better than they.</source>
        <translation>其边缘模糊：两个像素内只有差异的 {percent}，因此人们画得也不同，没有网络会比他们更一致。</translation>
    </message>
    <message>
        <source>Their edges are sharp: {percent} of the difference within two pixels.</source>
        <translation>其边缘清晰：两个像素内达到差异的 {percent}。</translation>
    </message>
    <message>
        <source>There are no tumours to look at more closely.</source>
        <translation>没有需要近看的肿瘤。</translation>
    </message>
    <message>
        <source>There are no tumours to lose, and the liver is large: {size} of the scans&apos; {native} pixels are enough for its edge.</source>
        <translation>没有可丢失的肿瘤，而肝脏很大：扫描 {native} 像素中的 {size} 像素足以表现其边缘。</translation>
    </message>
    <message>
        <source>There are {few} tumours in {counted}</source>
        <translation>{counted} 中有 {few} 个肿瘤</translation>
    </message>
    <message>
        <source>There are {missing}.</source>
        <translation>{missing}。</translation>
    </message>
    <message>
        <source>there is</source>
        <translation>现有的</translation>
    </message>
    <message>
        <source>There is one patient only, so slices of the same person are scored: all scores will be too good.</source>
        <translation>只有一名患者，因此用同一人的切片评分：所有评分都会过高。</translation>
    </message>
    <message>
        <source>There is one scan only; others will be brighter or darker.</source>
        <translation>只有一个扫描；其他的会更亮或更暗。</translation>
    </message>
    <message>
        <source>they are clearly seen</source>
        <translation>清晰可见</translation>
    </message>
    <message>
        <source>they are faint, and small ones will be missed</source>
        <translation>它们很淡，小的会被遗漏</translation>
    </message>
    <message>
        <source>they are hardly seen, and some will be missed</source>
        <translation>几乎看不见，有些会被遗漏</translation>
    </message>
    <message>
        <source>they hold exactly the same pixels</source>
        <translation>它们的像素完全相同</translation>
    </message>
    <message>
        <source>they lie</source>
        <translation>它们位于</translation>
    </message>
    <message>
        <source>they name the same patient</source>
        <translation>它们指明同一患者</translation>
    </message>
    <message>
        <source>they share slices, or the patient of their DICOM files</source>
        <translation>它们共有切片，或 DICOM 文件中的患者相同</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>This computer has an NVIDIA graphics card, but PyTorch cannot use it: the processor learns, many times slower.</source>
        <translation>本机有 NVIDIA 显卡，但 PyTorch 无法使用：由处理器学习，慢许多倍。</translation>
    </message>
    <message>
        <source>This computer has an NVIDIA graphics card, but PyTorch was installed without it: the processor learns, many times slower.</source>
        <translation>本机有 NVIDIA 显卡，但安装的 PyTorch 不支持它：由处理器学习，慢许多倍。</translation>
    </message>
    <message>
        <source>This is frame {frame} of the {frames} in the file.</source>
        <translation>这是文件中 {frames} 帧的第 {frame} 帧。</translation>
    </message>
    <message>
        <source>This is layer {number} of a segmentation whose segments overlap.</source>
        <translation>这是一个分割段互相重叠的分割的第 {number} 层。</translation>
    </message>
    <message>
        <source>This is {noun} {frame} of the {frames} in the file.</source>
        <translation>这是文件中 {frames} 个{noun}的第 {frame} 个。</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>此运行</translation>
    </message>
    <message>
        <source>those between them</source>
        <translation>其间的</translation>
    </message>
    <message>
        <source>Threshold masks</source>
        <translation>掩膜取阈值</translation>
    </message>
    <message>
        <source>thyroid</source>
        <translation>甲状腺</translation>
    </message>
    <message>
        <source>to the body</source>
        <translation>到身体</translation>
    </message>
    <message>
        <source>Too little memory for {size} slices at once: {size_2} at once now; the result stays {same}.</source>
        <translation>内存不足以一次处理 {size} 个切片：现在一次 {size_2} 个；结果{same}。</translation>
    </message>
    <message>
        <source>towards the feet</source>
        <translation>向足侧</translation>
    </message>
    <message>
        <source>towards the head</source>
        <translation>向头侧</translation>
    </message>
    <message>
        <source>trachea</source>
        <translation>气管</translation>
    </message>
    <message>
        <source>training state</source>
        <translation>训练状态</translation>
    </message>
    <message>
        <source>Training took up to {most} GB of the {limit} GB of memory there are; with a little more the system may end it.</source>
        <translation>训练最多占用了 {limit} GB 内存中的 {most} GB；再多一点系统就可能终止它。</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>请重试</translation>
    </message>
    <message>
        <source>try again, or report what you did</source>
        <translation>请重试，或报告您的操作</translation>
    </message>
    <message>
        <source>try another disk</source>
        <translation>请尝试其他磁盘</translation>
    </message>
    <message>
        <source>Trying the network out</source>
        <translation>正在试用网络</translation>
    </message>
    <message>
        <source>Trying to repair {case_id}</source>
        <translation>正在尝试修复 {case_id}</translation>
    </message>
    <message>
        <source>tumour</source>
        <translation>肿瘤</translation>
    </message>
    <message>
        <source>Tumour burden is the tumours&apos; volume as a share of the liver with its tumours.</source>
        <translation>肿瘤负荷是肿瘤体积占肝脏（含其肿瘤）的比例。</translation>
    </message>
    <message>
        <source>Tumour inside liver</source>
        <translation>肿瘤在肝内</translation>
    </message>
    <message>
        <source>Tumours are {span} {unit} {side} than the liver around them, whose own values scatter by {noise}: {ratio} times the noise, {verdict}.</source>
        <translation>肿瘤比周围肝脏{side} {span} {unit}，肝脏自身数值的离散为 {noise}：为噪声的 {ratio} 倍，{verdict}。</translation>
    </message>
    <message>
        <source>Tumours lie up to {value} {unit} from their liver, and their values scatter by up to {value_2}. That livers differ by {spread} between patients is taken away.</source>
        <translation>肿瘤与其肝脏相差至多 {value} {unit}，其数值离散至多 {value_2}。患者之间肝脏的差异 {spread} 被消除。</translation>
    </message>
    <message>
        <source>Two networks need more than {minutes} minutes.</source>
        <translation>两个网络需要超过 {minutes} 分钟。</translation>
    </message>
    <message>
        <source>Two networks: one finds the organ, the other looks closely inside its box</source>
        <translation>两个网络：一个找到器官，另一个在其框内近看</translation>
    </message>
    <message>
        <source>two: {squared} finds the liver, then its box is looked at closely</source>
        <translation>两个：{squared} 找到肝脏，然后近看其框</translation>
    </message>
    <message>
        <source>U-Net, {depth} levels, {width} feature maps at the top</source>
        <translation>U-Net，{depth} 层，顶部 {width} 张特征图</translation>
    </message>
    <message>
        <source>under {texts} {unit}</source>
        <translation>小于 {texts} {unit}</translation>
    </message>
    <message>
        <source>units of values</source>
        <translation>数值单位</translation>
    </message>
    <message>
        <source>unpack it and open its folder, or {not_as_dicom}</source>
        <translation>请解包并打开其文件夹，或{not_as_dicom}</translation>
    </message>
    <message>
        <source>unpack it first</source>
        <translation>请先解压</translation>
    </message>
    <message>
        <source>unpack it with a program you trust and open the folder</source>
        <translation>请用可信的程序解包并打开文件夹</translation>
    </message>
    <message>
        <source>unpack PATIENT_DICOM.zip and MASKS_DICOM.zip of every patient where they lie</source>
        <translation>请将每名患者的 PATIENT_DICOM.zip 和 MASKS_DICOM.zip 就地解包</translation>
    </message>
    <message>
        <source>unpacks to another size than its header says</source>
        <translation>解压后的大小与文件头不符</translation>
    </message>
    <message>
        <source>unpacks to more than any header has</source>
        <translation>解压后比任何文件头都大</translation>
    </message>
    <message>
        <source>unpacks to more than the {needed} bytes its header promises</source>
        <translation>解压后超过文件头所说的 {needed} 字节</translation>
    </message>
    <message>
        <source>up to {abs}</source>
        <translation>至多 {abs}</translation>
    </message>
    <message>
        <source>update Slicewise</source>
        <translation>请更新 Slicewise</translation>
    </message>
    <message>
        <source>Update the driver of the card and start again.</source>
        <translation>请更新显卡驱动并重新启动。</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>上采样</translation>
    </message>
    <message>
        <source>Upsampling path</source>
        <translation>上采样路径</translation>
    </message>
    <message>
        <source>use a mask whose file holds the spacing</source>
        <translation>请使用文件含有间距的掩膜</translation>
    </message>
    <message>
        <source>use another copy of it</source>
        <translation>请使用另一份副本</translation>
    </message>
    <message>
        <source>Use its voxel size alone, without left and right</source>
        <translation>只用其体素大小，不分左右</translation>
    </message>
    <message>
        <source>use the model of an earlier round or train with a lower learning_rate</source>
        <translation>请使用较早轮次的模型，或以更低的 learning_rate 训练</translation>
    </message>
    <message>
        <source>uterus</source>
        <translation>子宫</translation>
    </message>
    <message>
        <source>Validating {case_id}</source>
        <translation>正在验证 {case_id}</translation>
    </message>
    <message>
        <source>validation case {names}</source>
        <translation>验证病例 {names}</translation>
    </message>
    <message>
        <source>Validation fraction</source>
        <translation>验证比例</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>值 {value}</translation>
    </message>
    <message>
        <source>Value {value} is called {label} in the reference and {there} in the prediction; both are taken for the same.</source>
        <translation>值 {value} 在参考中称为{label}，在预测中称为{there}；两者视为相同。</translation>
    </message>
    <message>
        <source>Value {value} was</source>
        <translation>值 {value}</translation>
    </message>
    <message>
        <source>Values are grey levels, not HU: windows in HU do not apply.</source>
        <translation>数值为灰度，不是 HU：HU 窗不适用。</translation>
    </message>
    <message>
        <source>Values {value} were</source>
        <translation>值 {value}</translation>
    </message>
    <message>
        <source>vanished while it was read</source>
        <translation>在读取期间消失</translation>
    </message>
    <message>
        <source>vein</source>
        <translation>静脉</translation>
    </message>
    <message>
        <source>vena cava</source>
        <translation>腔静脉</translation>
    </message>
    <message>
        <source>vertebra</source>
        <translation>椎体</translation>
    </message>
    <message>
        <source>vessel</source>
        <translation>血管</translation>
    </message>
    <message>
        <source>Volume error</source>
        <translation>体积误差</translation>
    </message>
    <message>
        <source>Volume error, share</source>
        <translation>体积误差，比例</translation>
    </message>
    <message>
        <source>wait for it, stop it, or choose another run</source>
        <translation>请等待它、停止它或选择其他运行</translation>
    </message>
    <message>
        <source>wait for its first round to end</source>
        <translation>请等待其第一轮结束</translation>
    </message>
    <message>
        <source>wait until that one is measured, or stop it</source>
        <translation>请等待那一条测量完成，或将其停止</translation>
    </message>
    <message>
        <source>wait until the training has ended, or stop it</source>
        <translation>请等待训练结束，或停止训练</translation>
    </message>
    <message>
        <source>Waiting for the other folds</source>
        <translation>正在等待其他折</translation>
    </message>
    <message>
        <source>was drawn on a series that is not here</source>
        <translation>画在不在这里的序列上</translation>
    </message>
    <message>
        <source>was drawn on another series than the open scan</source>
        <translation>画在与已打开扫描不同的序列上</translation>
    </message>
    <message>
        <source>was learned from or validated on when {path} was made</source>
        <translation>在生成 {path} 时用于学习或验证</translation>
    </message>
    <message>
        <source>was lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>was made by a newer Slicewise</source>
        <translation>由更新的 Slicewise 生成</translation>
    </message>
    <message>
        <source>was not copied whole</source>
        <translation>没有完整复制</translation>
    </message>
    <message>
        <source>was not kept</source>
        <translation>没有保留</translation>
    </message>
    <message>
        <source>was not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>was not saved: reading back, it {fault}</source>
        <translation>未保存：回读时{fault}</translation>
    </message>
    <message>
        <source>was not saved: what was read back differs</source>
        <translation>未保存：回读的内容不同</translation>
    </message>
    <message>
        <source>was not written ({value})</source>
        <translation>没有写入（{value}）</translation>
    </message>
    <message>
        <source>was scanned with a tilted gantry ({angle} degrees; slices shift sideways by {max} mm in all)</source>
        <translation>以倾斜机架扫描（{angle} 度；切片总共侧移 {max} mm）</translation>
    </message>
    <message>
        <source>was stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>was written by a newer Slicewise</source>
        <translation>由更新的 Slicewise 写出</translation>
    </message>
    <message>
        <source>was written by a newer Slicewise (format {version})</source>
        <translation>由更新的 Slicewise 写出（格式 {version}）</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>What a pixel measures is known once the data set was planned or trained on.</source>
        <translation>对数据集进行规划或训练后，才知道一个像素是多少。</translation>
    </message>
    <message>
        <source>What is made small: a name in LOSSES</source>
        <translation>要变小的量：LOSSES 中的名称</translation>
    </message>
    <message>
        <source>What more patients would bring for {name} cannot be told from {dice} runs.</source>
        <translation>更多患者对{name}会带来什么，无法从 {dice} 次运行中看出。</translation>
    </message>
    <message>
        <source>Whether one person is both learned from and scored on was not looked at: the record of the run cannot be read ({strerror}).</source>
        <translation>没有检查是否有人既用于学习又用于评分：无法读取该运行的记录（{strerror}）。</translation>
    </message>
    <message>
        <source>Window high</source>
        <translation>窗上限</translation>
    </message>
    <message>
        <source>Window low</source>
        <translation>窗下限</translation>
    </message>
    <message>
        <source>with the ones above and below</source>
        <translation>连同上方和下方的</translation>
    </message>
    <message>
        <source>Without a liver label there is no box to look into.</source>
        <translation>没有肝脏标签就没有可近看的框。</translation>
    </message>
    <message>
        <source>Without contours, and left out: {listed}.</source>
        <translation>没有轮廓而略去：{listed}。</translation>
    </message>
    <message>
        <source>would be {there} ({case_id}) and {here} ({case_id_2})</source>
        <translation>将既{there}（{case_id}）又{here}（{case_id_2}）</translation>
    </message>
    <message>
        <source>would hold no labels</source>
        <translation>将不含标签</translation>
    </message>
    <message>
        <source>would lose values: pictures hold whole numbers from 0 to 65,535</source>
        <translation>会丢失数值：图像只含 0 至 65,535 的整数</translation>
    </message>
    <message>
        <source>would need {bytes_needed} GB of memory</source>
        <translation>需要 {bytes_needed} GB 内存</translation>
    </message>
    <message>
        <source>would need {unpacked} GB from {size} MB</source>
        <translation>需要从 {size} MB 展开为 {unpacked} GB</translation>
    </message>
    <message>
        <source>would not say what its labels mean ({count} of them, numbers up to {highest})</source>
        <translation>不会说明其标签的含义（共 {count} 个，编号到 {highest}）</translation>
    </message>
    <message>
        <source>Write as one mask</source>
        <translation>写成一个掩膜</translation>
    </message>
    <message>
        <source>Writing {case_id}</source>
        <translation>正在写入 {case_id}</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>您的磁盘配额已用完</translation>
    </message>
    <message>
        <source>{abs} slice{value}</source>
        <translation>{abs} 个切片{value}</translation>
    </message>
    <message>
        <source>{across} maps come across from the encoder, {risen} from below</source>
        <translation>{across} 张特征图从编码器横向传来，{risen} 张来自下方</translation>
    </message>
    <message>
        <source>{air} of the {label} label lies on air or lung</source>
        <translation>{label}标签的 {air} 位于空气或肺上</translation>
    </message>
    <message>
        <source>{asked} was chosen in the settings.</source>
        <translation>设置中选择了 {asked}。</translation>
    </message>
    <message>
        <source>{bad} rows</source>
        <translation>{bad} 行</translation>
    </message>
    <message>
        <source>{batch_size} slices of {squared} at once need </source>
        <translation>一次 {batch_size} 个 {squared} 的切片需要 </translation>
    </message>
    <message>
        <source>{batch_size} slices, {micro_batch} in memory at once</source>
        <translation>{batch_size} 个切片，一次 {micro_batch} 个在内存中</translation>
    </message>
    <message>
        <source>{before} of {before_2} {label} voxels lay {place} and were removed.</source>
        <translation>{before_2} 个{label}体素中有 {before} 个位于{place}，已移除。</translation>
    </message>
    <message>
        <source>{canonical} slices of {one} are learned from, </source>
        <translation>从 {one} 的 {canonical} 个切片学习，</translation>
    </message>
    <message>
        <source>{capitalize} Dice went from {measured}, too unevenly to tell what {doubled} would bring.</source>
        <translation>{capitalize}的 Dice 由 {measured}，变化太不规则，无法说明 {doubled} 名会带来什么。</translation>
    </message>
    <message>
        <source>{capitalize} Dice went from {measured}; twice as many ({doubled}) would bring about {error} ({low} to {high}), {gain}: {verdict}.</source>
        <translation>{capitalize}的 Dice 由 {measured}；患者加倍（{doubled}）约为 {error}（{low} 至 {high}），{gain}：{verdict}。</translation>
    </message>
    <message>
        <source>{capitalize} holds {percent} of all tumour voxels; batches draw from every patient alike, so that the others are seen as often.</source>
        <translation>{capitalize}占全部肿瘤体素的 {percent}；批次从每名患者同样抽取，使其他患者也同样被看到。</translation>
    </message>
    <message>
        <source>{capitalize} is {percent} of all voxels: Dice does not drown in background, cross-entropy guides it where Dice is flat. Batches are filled so that the label is in every one.</source>
        <translation>{capitalize}占全部体素的 {percent}：Dice 不会被背景淹没，交叉熵在 Dice 平坦处引导它。批次经过填充，每一批都有该标签。</translation>
    </message>
    <message>
        <source>{capitalize} is {value} in the reference and {own} in the prediction.</source>
        <translation>{capitalize}在参考中为 {value}，在预测中为 {own}。</translation>
    </message>
    <message>
        <source>{capitalize} was not learned from any number of patients (Dice {dice} at best): these trainings were too short to tell what more patients would bring; give them more minutes.</source>
        <translation>{capitalize}在任何患者数下都没有学会（Dice 最高 {dice}）：这些训练太短，无法说明更多患者会带来什么；请给它们更多分钟。</translation>
    </message>
    <message>
        <source>{capitalize} was to be learned, but the masks of this data set hold only {names}: {region} is learned instead.</source>
        <translation>本应学习{capitalize}，但此数据集的掩膜只含 {names}：改为学习{region}。</translation>
    </message>
    <message>
        <source>{card_mb} GB on the graphics card and {memory}</source>
        <translation>显卡上 {card_mb} GB 以及 {memory}</translation>
    </message>
    <message>
        <source>{case_id} is not scored: {error}</source>
        <translation>{case_id} 不评分：{error}</translation>
    </message>
    <message>
        <source>{cases} cases</source>
        <translation>{cases} 个病例</translation>
    </message>
    <message>
        <source>{channels} maps of {side} × {side} pixels</source>
        <translation>{channels} 张 {side} × {side} 像素的特征图</translation>
    </message>
    <message>
        <source>{codes} colours as labels 1 to {codes}, the largest first</source>
        <translation>{codes} 种颜色作为标签 1 至 {codes}，最大的在先</translation>
    </message>
    <message>
        <source>{coloured} of {count} pictures are coloured; their {shown} is shown.</source>
        <translation>{count} 张图像中有 {coloured} 张为彩色；显示其{shown}。</translation>
    </message>
    <message>
        <source>{counted} left aside: only CT is read.</source>
        <translation>未采用 {counted}：只读取 CT。</translation>
    </message>
    <message>
        <source>{counted} of names that are not quite the same: {example}</source>
        <translation>{counted}的名称不完全相同：{example}</translation>
    </message>
    <message>
        <source>{counted} repaired by Slicewise: {made}. Scores are against the repaired masks; see the folder {folder}.</source>
        <translation>{counted}由 Slicewise 修复：{made}。评分针对修复后的掩膜；参见文件夹 {folder}。</translation>
    </message>
    <message>
        <source>{counted} {verb} no {other} and will not be used: {listed}.</source>
        <translation>{counted}{verb}没有{other}，不会使用：{listed}。</translation>
    </message>
    <message>
        <source>{count} are a good start</source>
        <translation>{count} 是良好的开端</translation>
    </message>
    <message>
        <source>{count} are enough for a first model; each further one, best from another hospital, will still help</source>
        <translation>{count} 足够建立第一个模型；每再增加一名（最好来自另一家医院）仍有帮助</translation>
    </message>
    <message>
        <source>{count} are few</source>
        <translation>{count} 偏少</translation>
    </message>
    <message>
        <source>{count} cases of this data set were</source>
        <translation>此数据集的 {count} 个病例</translation>
    </message>
    <message>
        <source>{count} is little</source>
        <translation>{count} 很少</translation>
    </message>
    <message>
        <source>{count} multiply-adds a slice</source>
        <translation>每切片 {count} 次乘加</translation>
    </message>
    <message>
        <source>{count} of {display_name} will not be used: {shown}{more}.</source>
        <translation>{display_name} 的 {count}不会使用：{shown}{more}。</translation>
    </message>
    <message>
        <source>{count} of {people} patients hold a label to be scored on: {count} folds, not {asked}.</source>
        <translation>{people} 名患者中有 {count} 名带有可评分的标签：{count} 折，而不是 {asked} 折。</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图像</translation>
    </message>
    <message>
        <source>{count} slice holds numbers beyond the {bits_stored} bits they announce ({named}).</source>
        <translation>{count} 个切片含有超出所声明 {bits_stored} 位的数（{named}）。</translation>
    </message>
    <message>
        <source>{count} slices hold numbers beyond the {bits_stored} bits they announce ({named}).</source>
        <translation>{count} 个切片含有超出所声明 {bits_stored} 位的数（{named}）。</translation>
    </message>
    <message>
        <source>{count} voxel</source>
        <translation>{count} 个体素</translation>
    </message>
    <message>
        <source>{count} voxels of the tumour lie within the liver, which counts them in.</source>
        <translation>肿瘤的 {count} 个体素位于肝脏内，肝脏将其计入。</translation>
    </message>
    <message>
        <source>{count} would be a good start, but with {a_patient} slices of each there are only {counted}</source>
        <translation>{count} 本是良好的开端，但每名只有 {a_patient} 个切片，总共只有 {counted}</translation>
    </message>
    <message>
        <source>{dark} of the {label} label lies on fat or air</source>
        <translation>{label}标签的 {dark} 位于脂肪或空气上</translation>
    </message>
    <message>
        <source>{dark} of the {label} label lies on fat or air: look at this case.</source>
        <translation>{label}标签的 {dark} 位于脂肪或空气上：请查看此病例。</translation>
    </message>
    <message>
        <source>{dice} with {patients} to {dice_2} with {patients_2} patients</source>
        <translation>{patients} 名患者时 {dice}，到 {patients_2} 名患者时 {dice_2}</translation>
    </message>
    <message>
        <source>{display_name} and {display_name_2} in one folder, {display_name_3}, and {slices} files in each</source>
        <translation>{display_name} 和 {display_name_2} 在同一文件夹 {display_name_3} 中，各有 {slices} 个文件</translation>
    </message>
    <message>
        <source>{display_name} and {names} in one folder, {display_name_2}</source>
        <translation>{display_name} 和 {names} 在同一文件夹 {display_name_2} 中</translation>
    </message>
    <message>
        <source>{display_name} holds one case only; training needs a second patient to be scored on.</source>
        <translation>{display_name} 只含一个病例；训练需要第二名患者用于评分。</translation>
    </message>
    <message>
        <source>{error} Labels keep their usual names.</source>
        <translation>{error} 标签保留其通常名称。</translation>
    </message>
    <message>
        <source>{error} The state saved before it is used instead.</source>
        <translation>{error} 改用之前保存的状态。</translation>
    </message>
    <message>
        <source>{false} false alarms</source>
        <translation>{false} 个假警报</translation>
    </message>
    <message>
        <source>{faulty} more cases have problems; see unet-core check.</source>
        <translation>另有 {faulty} 个病例有问题；参见 unet-core check。</translation>
    </message>
    <message>
        <source>{fault}, more than the {limit_mb} GB of memory {limit_words}</source>
        <translation>{fault}，超过{limit_words} {limit_mb} GB 内存</translation>
    </message>
    <message>
        <source>{fault}: JPEG blurs the edges of masks</source>
        <translation>{fault}：JPEG 会使掩膜边缘模糊</translation>
    </message>
    <message>
        <source>{first}, then {lower}{second}</source>
        <translation>{first}，然后{lower}{second}</translation>
    </message>
    <message>
        <source>{folder} cannot be written to ({strerror}).</source>
        <translation>无法写入 {folder}（{strerror}）。</translation>
    </message>
    <message>
        <source>{folder} has a damaged {run_file}; start a new run.</source>
        <translation>{folder} 的 {run_file} 已损坏；请开始新的运行。</translation>
    </message>
    <message>
        <source>{format} read as {list}.</source>
        <translation>{format}被读作{list}。</translation>
    </message>
    <message>
        <source>{forward} to predict a slice, {training} to learn from it</source>
        <translation>预测一个切片 {forward}，学习一个切片 {training}</translation>
    </message>
    <message>
        <source>{gap} mm apart{known}</source>
        <translation>相距 {gap} mm{known}</translation>
    </message>
    <message>
        <source>{group}: {found} of {total} lesions found, mean lesion Dice {number}, {false} false</source>
        <translation>{group}：{total} 个病灶中找到 {found} 个，病灶平均 Dice {number}，{false} 个错误</translation>
    </message>
    <message>
        <source>{held} slices were kept aside at random. Their neighbours in the same scans are learned from, so all scores are too good; judge the model on other patients.</source>
        <translation>随机留出了 {held} 个切片。同一扫描中其相邻切片用于学习，因此所有评分都过高；请用其他患者评判模型。</translation>
    </message>
    <message>
        <source>{image} with {mask}. Check this.</source>
        <translation>{image} 与 {mask}。请检查。</translation>
    </message>
    <message>
        <source>{kind}, {depth} levels deep</source>
        <translation>{kind}，{depth} 层深</translation>
    </message>
    <message>
        <source>{kind}, {depth} levels deep, {networks} times</source>
        <translation>{kind}，{depth} 层深，共 {networks} 个</translation>
    </message>
    <message>
        <source>{learned} scans; {kept} more kept aside for validation</source>
        <translation>{learned} 个扫描；另有 {kept} 个留作验证</translation>
    </message>
    <message>
        <source>{limit}, about {rounds} rounds of {batches} batches</source>
        <translation>{limit}，约 {rounds} 轮，每轮 {batches} 批</translation>
    </message>
    <message>
        <source>{limit}, rounds of {batches} batches</source>
        <translation>{limit}，每轮 {batches} 批</translation>
    </message>
    <message>
        <source>{list} and {paths} more</source>
        <translation>{list} 和另外 {paths} 个</translation>
    </message>
    <message>
        <source>{list} changed on disk during the run; what was learned is the data as they were at its start.</source>
        <translation>{list} 在运行期间在磁盘上发生了变化；所学的是开始时的数据。</translation>
    </message>
    <message>
        <source>{list} have the very same mask but not the same scan: one of them has another&apos;s mask.</source>
        <translation>{list} 的掩膜完全相同，但扫描不同：其中之一用了别人的掩膜。</translation>
    </message>
    <message>
        <source>{list} hold the very same scan: keep one, or it is learned from and scored at once.</source>
        <translation>{list} 是完全相同的扫描：请只保留一个，否则会同时用于学习和评分。</translation>
    </message>
    <message>
        <source>{low} of {contrasts} misses differ from the liver by less than {faint} HU: they are faint.</source>
        <translation>{contrasts} 个遗漏中有 {low} 个与肝脏相差不到 {faint} HU：它们很淡。</translation>
    </message>
    <message>
        <source>{low} to {high} HU</source>
        <translation>{low} 至 {high} HU</translation>
    </message>
    <message>
        <source>{memory_mb} GB of memory</source>
        <translation>{memory_mb} GB 内存</translation>
    </message>
    <message>
        <source>{middle} of the last rounds went into validating and saving, not learning.</source>
        <translation>最近几轮的 {middle} 用于验证和保存，而不是学习。</translation>
    </message>
    <message>
        <source>{minutes} h {minutes_2} min</source>
        <translation>{minutes} 小时 {minutes_2} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} minutes at {wanted} show this computer {images} slices, too few to learn from: at {size} they are about {guess}.</source>
        <translation>以 {wanted}，{minutes} 分钟内本机只能看 {images} 个切片，太少而学不会：以 {size} 约为 {guess} 个。</translation>
    </message>
    <message>
        <source>{minute}, epoch {epoch}</source>
        <translation>{minute}，第 {epoch} 轮</translation>
    </message>
    <message>
        <source>{missing} of {cases} scans have no true spacing: sizes in mm are unknown there.</source>
        <translation>{cases} 个扫描中有 {missing} 个没有真实间距：那里以 mm 计的大小未知。</translation>
    </message>
    <message>
        <source>{mm} mm a pixel</source>
        <translation>每像素 {mm} mm</translation>
    </message>
    <message>
        <source>{models}, one for each fold; the mean of all decides</source>
        <translation>{models}，每折一个；由全部的平均决定</translation>
    </message>
    <message>
        <source>{named} can also be run as {program}: only the picture was read; do not start the file.</source>
        <translation>{named} 也可作为{program}运行：只读取了图像；请勿启动该文件。</translation>
    </message>
    <message>
        <source>{named} hold numbers above 32,767 though HU are far smaller: perhaps they are negative ones marked as unsigned.</source>
        <translation>{named} 含有大于 32,767 的数，而 HU 远小于此：也许是被标为无符号的负数。</translation>
    </message>
    <message>
        <source>{named} unlike the other {slices}</source>
        <translation>{named}，与其余 {slices} 个不同</translation>
    </message>
    <message>
        <source>{names} are mostly pure white: the upper end of the grey window is too low.</source>
        <translation>{names} 大部分为纯白：灰度窗的上限太低。</translation>
    </message>
    <message>
        <source>{names} are of one person: {evidence}. They stay together in every split.</source>
        <translation>{names} 属于同一人：{evidence}。他们在每次划分中保持在一起。</translation>
    </message>
    <message>
        <source>{names} hardly differ from one even grey: the grey window does not fit these scans.</source>
        <translation>{names} 与均匀的灰色几乎没有区别：灰度窗不适合这些扫描。</translation>
    </message>
    <message>
        <source>{names} may be of one person: {evidence}. Look at them; if it is so, keep them together with --same-person {text_of}.</source>
        <translation>{names} 可能属于同一人：{evidence}。请查看；如果是，请用 --same-person {text_of} 使其保持在一起。</translation>
    </message>
    <message>
        <source>{names} of {patients} patients are never learned from and scored after each round; every label stays among the others.{sure}</source>
        <translation>{patients} 名患者中的 {names} 从不用于学习，每轮后评分；每个标签仍在其余患者中。{sure}</translation>
    </message>
    <message>
        <source>{names} of {patients} patients is never learned from and scored after each round; every label stays among the others.{sure}</source>
        <translation>{patients} 名患者中的 {names} 从不用于学习，每轮后评分；每个标签仍在其余患者中。{sure}</translation>
    </message>
    <message>
        <source>{name} cannot say that its voxel size is unknown; other programs will read mm.</source>
        <translation>{name} 无法表示体素大小未知；其他程序会读作 mm。</translation>
    </message>
    <message>
        <source>{name} is fastest here: three layers take {times}.</source>
        <translation>此处 {name} 最快：三个网络层用时 {times}。</translation>
    </message>
    <message>
        <source>{name} is not in the data set any more and is not scored.</source>
        <translation>{name} 已不在数据集中，不评分。</translation>
    </message>
    <message>
        <source>{name} is on {percent} of {slices} slices and is {percent_2} of all voxels</source>
        <translation>{name}出现在 {slices} 个切片的 {percent} 上，占全部体素的 {percent_2}</translation>
    </message>
    <message>
        <source>{name} is what this run began with.</source>
        <translation>{name} 是此运行的起点。</translation>
    </message>
    <message>
        <source>{name} keeps neither status nor locks of labels; choose .seg.nrrd to keep them.</source>
        <translation>{name} 不保留标签的状态和锁定；选择 .seg.nrrd 可保留。</translation>
    </message>
    <message>
        <source>{name} keeps the numbers of its labels but not their names ({list}); choose .seg.nrrd to keep them.</source>
        <translation>{name} 保留标签编号但不保留名称（{list}）；选择 .seg.nrrd 可保留。</translation>
    </message>
    <message>
        <source>{name} lies beside the only scan, and names no series</source>
        <translation>{name} 位于唯一的扫描旁边，且没有指明序列</translation>
    </message>
    <message>
        <source>{name} names regions of several values ({list}): values are shown by their numbers.</source>
        <translation>{name} 以多个值命名区域（{list}）：各值以其编号显示。</translation>
    </message>
    <message>
        <source>{name} says neither how large its voxels are nor where they lie, as all pictures.</source>
        <translation>{name} 与所有图像一样，既不说明体素大小也不说明位置。</translation>
    </message>
    <message>
        <source>{name} says that it was drawn on this series</source>
        <translation>{name} 说明它画在此序列上</translation>
    </message>
    <message>
        <source>{name} sets value {ignored} aside to be ignored, but here it would be learned as a label; take it out of the masks.</source>
        <translation>{name} 将值 {ignored} 留作忽略，但在这里会被当作标签学习；请从掩膜中去掉它。</translation>
    </message>
    <message>
        <source>{name} shows {low} to {high} HU as grey 0 to 255; HU cannot be had from it.</source>
        <translation>{name} 将 {low} 至 {high} HU 显示为灰度 0 至 255；无法由此得到 HU。</translation>
    </message>
    <message>
        <source>{name} {getattr} (now {getattr_2})</source>
        <translation>{name} {getattr}（现为 {getattr_2}）</translation>
    </message>
    <message>
        <source>{needed_mb} GB, more than the {limit} {limit_words}</source>
        <translation>{needed_mb} GB，超过{limit_words} {limit}</translation>
    </message>
    <message>
        <source>{no_contrast}the reference holds no liver to compare lesions with.</source>
        <translation>{no_contrast}参考不含可与病灶比较的肝脏。</translation>
    </message>
    <message>
        <source>{odd} of {cases} scans have slices that are not square: black is added at two sides, so that organs keep their proportions.</source>
        <translation>{cases} 个扫描中有 {odd} 个的切片不是方形：在两侧补黑，使器官保持比例。</translation>
    </message>
    <message>
        <source>{of_all} and so on</source>
        <translation>{of_all}等等</translation>
    </message>
    <message>
        <source>{of_liver} of the liver&apos;s border lies in the tumour, {of_tumour} of the tumour&apos;s in the liver.</source>
        <translation>肝脏边界的 {of_liver} 位于肿瘤中，肿瘤边界的 {of_tumour} 位于肝脏中。</translation>
    </message>
    <message>
        <source>{parameters} parameters, {adds} multiply-adds, {memory} for a slice</source>
        <translation>{parameters} 个参数，{adds} 次乘加，每切片 {memory}</translation>
    </message>
    <message>
        <source>{path} was trained with {list}: it has to adapt.</source>
        <translation>{path} 以 {list} 训练：需要适应。</translation>
    </message>
    <message>
        <source>{patients} patients</source>
        <translation>{patients} 名患者</translation>
    </message>
    <message>
        <source>{people} patients allow {people} folds, not {asked}: each leaves one patient out.</source>
        <translation>{people} 名患者可分 {people} 折，而不是 {asked} 折：每折留出一名患者。</translation>
    </message>
    <message>
        <source>{percent} % larger</source>
        <translation>放大 {percent} %</translation>
    </message>
    <message>
        <source>{percent} % of the lesions shrink below three pixels and cannot be learned: choose a larger picture or the close look.</source>
        <translation>{percent} % 的病灶缩小到三个像素以下而无法学会：请选择更大的图像或近看。</translation>
    </message>
    <message>
        <source>{percent} % smaller</source>
        <translation>缩小 {percent} %</translation>
    </message>
    <message>
        <source>{percent} of the slices</source>
        <translation>{percent} 的切片</translation>
    </message>
    <message>
        <source>{percent} of the tumours are too small for the pictures</source>
        <translation>{percent} 的肿瘤对图像来说太小</translation>
    </message>
    <message>
        <source>{percent} of your tumours</source>
        <translation>您的 {percent} 的肿瘤</translation>
    </message>
    <message>
        <source>{percent} still do</source>
        <translation>仍有 {percent} 会</translation>
    </message>
    <message>
        <source>{persons} persons</source>
        <translation>{persons} 人</translation>
    </message>
    <message>
        <source>{pixels} tumours measure {pixels_2} to {pixels_3} pixels across{millimetres}, half of them less than {median}.</source>
        <translation>{pixels} 个肿瘤宽 {pixels_2} 至 {pixels_3} 像素{millimetres}，其中一半小于 {median}。</translation>
    </message>
    <message>
        <source>{pixels} × {pixels} pixels</source>
        <translation>{pixels} × {pixels} 像素</translation>
    </message>
    <message>
        <source>{pixels} × {pixels} pixels ({mm} mm)</source>
        <translation>{pixels} × {pixels} 像素（{mm} mm）</translation>
    </message>
    <message>
        <source>{problem}, though its outline fits: look at this case.</source>
        <translation>{problem}，尽管其轮廓吻合：请查看此病例。</translation>
    </message>
    <message>
        <source>{reason} After it the outline fits the scan by {fit} of 1.</source>
        <translation>{reason} 之后轮廓与扫描的吻合度为 {fit}（满分 1）。</translation>
    </message>
    <message>
        <source>{reason}, but one side may be numbered from another start</source>
        <translation>{reason}，但一侧的编号起点可能不同</translation>
    </message>
    <message>
        <source>{region}: case Dice {number}, IoU {number_2}, mean slice Dice {number_3}, sensitivity {number_4}, precision {number_5}</source>
        <translation>{region}：病例 Dice {number}，IoU {number_2}，切片平均 Dice {number_3}，灵敏度 {number_4}，精确率 {number_5}</translation>
    </message>
    <message>
        <source>{region}: mean {measures} {words}</source>
        <translation>{region}：平均 {measures} {words}</translation>
    </message>
    <message>
        <source>{rounds_untimed} rounds of {batches} batches at most</source>
        <translation>最多 {rounds_untimed} 轮，每轮 {batches} 批</translation>
    </message>
    <message>
        <source>{rounds} rounds</source>
        <translation>{rounds} 轮</translation>
    </message>
    <message>
        <source>{said}, and their numbers follow each other</source>
        <translation>{said}，且其编号相连</translation>
    </message>
    <message>
        <source>{said}: look at this case.</source>
        <translation>{said}：请查看此病例。</translation>
    </message>
    <message>
        <source>{said}: {strangers}; look whether both are of one patient.</source>
        <translation>{said}：{strangers}；请查看两者是否属于同一患者。</translation>
    </message>
    <message>
        <source>{seconds_words} of learning</source>
        <translation>{seconds_words}学习</translation>
    </message>
    <message>
        <source>{self} (with tumour)</source>
        <translation>{self}（含肿瘤）</translation>
    </message>
    <message>
        <source>{setbacks} times</source>
        <translation>{setbacks} 次</translation>
    </message>
    <message>
        <source>{share} of the mask lies outside the body: look at this case.</source>
        <translation>掩膜的 {share} 在身体之外：请查看此病例。</translation>
    </message>
    <message>
        <source>{share} of the mask lies outside the body: {strangers}; look whether both are of one patient.</source>
        <translation>掩膜的 {share} 在身体之外：{strangers}；请查看两者是否属于同一患者。</translation>
    </message>
    <message>
        <source>{shown} and {shown_2} differ in case, separators or zeros alone</source>
        <translation>{shown} 和 {shown_2} 只有大小写、分隔符或零不同</translation>
    </message>
    <message>
        <source>{shown} and {shown_2} differ in one letter</source>
        <translation>{shown} 和 {shown_2} 相差一个字母</translation>
    </message>
    <message>
        <source>{shown} of the {kind} reader has no mask of the {other} reader and is left out.</source>
        <translation>{kind}阅片者的 {shown} 没有{other}阅片者的掩膜，已略去。</translation>
    </message>
    <message>
        <source>{side} case {unknown}</source>
        <translation>{side}病例 {unknown}</translation>
    </message>
    <message>
        <source>{size_words}, {parameters} parameters</source>
        <translation>{size_words}，{parameters} 个参数</translation>
    </message>
    <message>
        <source>{size} pixels are halved {depth} times{halved}: the deepest level sees the whole picture on {deep} x {deep} points. {width} feature maps are what a graphics card learns quickly enough.</source>
        <translation>{size} 像素减半 {depth} 次{halved}：最深层以 {deep} x {deep} 点看到整个图像。{width} 张特征图是显卡能足够快学会的。</translation>
    </message>
    <message>
        <source>{size} pixels are halved {depth} times{halved}: the deepest level sees the whole picture on {deep} x {deep} points. {width} feature maps are what a processor learns quickly enough.</source>
        <translation>{size} 像素减半 {depth} 次{halved}：最深层以 {deep} x {deep} 点看到整个图像。{width} 张特征图是处理器能足够快学会的。</translation>
    </message>
    <message>
        <source>{size} slices at once</source>
        <translation>一次 {size} 个切片</translation>
    </message>
    <message>
        <source>{size} x {size} pixels{pixel}, {in_channels} slices at once</source>
        <translation>{size} x {size} 像素{pixel}，一次 {in_channels} 个切片</translation>
    </message>
    <message>
        <source>{slices} slices</source>
        <translation>{slices} 个切片</translation>
    </message>
    <message>
        <source>{slower}, or set gradient_clip to 1.</source>
        <translation>{slower}，或将 gradient_clip 设为 1。</translation>
    </message>
    <message>
        <source>{smallest_lesion} pixels</source>
        <translation>{smallest_lesion} 像素</translation>
    </message>
    <message>
        <source>{soft} of {total} masks had soft edges, which were cut at half.</source>
        <translation>{total} 个掩膜中有 {soft} 个边缘柔和，已在一半处截断。</translation>
    </message>
    <message>
        <source>{spacing} mm (median)</source>
        <translation>{spacing} mm（中位数）</translation>
    </message>
    <message>
        <source>{step}, ReLU</source>
        <translation>{step}，ReLU</translation>
    </message>
    <message>
        <source>{step}, {norm}, ReLU</source>
        <translation>{step}，{norm}，ReLU</translation>
    </message>
    <message>
        <source>{step}; a shortcut around each pair</source>
        <translation>{step}；每对周围有一条捷径</translation>
    </message>
    <message>
        <source>{texts} {unit} and more</source>
        <translation>{texts} {unit} 及以上</translation>
    </message>
    <message>
        <source>{train}, which is learned from, and {validation}, which is scored, may be of one person: bones and fat lie alike ({likeness} of 1){others}</source>
        <translation>用于学习的 {train} 和被评分的 {validation} 可能是同一人：骨骼和脂肪位置相似（{likeness}，满分 1）{others}</translation>
    </message>
    <message>
        <source>{twins} names are too alike to tell apart: {alike}.</source>
        <translation>{twins} 个名称太相似而无法区分：{alike}。</translation>
    </message>
    <message>
        <source>{upper}{region} is hardly outlined yet (Dice below {hardly}): do not use this model to look for it.</source>
        <translation>{upper}{region}几乎还没有勾画出来（Dice 低于 {hardly}）：请勿用此模型寻找它。</translation>
    </message>
    <message>
        <source>{value} (cross-validated: {cases} patients&apos; scans, each by the network that never saw it)</source>
        <translation>{value}（交叉验证：{cases} 名患者的扫描，每个由从未见过它的网络评分）</translation>
    </message>
    <message>
        <source>{value} (mean over whole validation patients)</source>
        <translation>{value}（整个验证患者的平均）</translation>
    </message>
    <message>
        <source>{value} across the slices and {value} left out.</source>
        <translation>{value}横跨切片，{value}被略去。</translation>
    </message>
    <message>
        <source>{value} between two slices and {value} filled on the nearer one.</source>
        <translation>{value}在两个切片之间，{value}填充到较近的一个。</translation>
    </message>
    <message>
        <source>{value} further from a slice than others and {value} left out.</source>
        <translation>{value}比其他的离切片更远，{value}被略去。</translation>
    </message>
    <message>
        <source>{value} not closed and {value} left out (points or lines).</source>
        <translation>{value}未闭合，{value}被略去（点或线）。</translation>
    </message>
    <message>
        <source>{value} outside the scan and {value} left out.</source>
        <translation>{value}在扫描之外，{value}被略去。</translation>
    </message>
    <message>
        <source>{volume} holds grey values, not HU; the model learned from HU windowed to {window}, and the grey values were taken as if windowed the same way.</source>
        <translation>{volume} 含有灰度值，不是 HU；模型从加窗到 {window} 的 HU 学习，灰度值按同样加窗处理。</translation>
    </message>
    <message>
        <source>{volume} is in HU; the model learned from grey pictures, and the scan was windowed to {window} to look like them.</source>
        <translation>{volume} 为 HU；模型从灰度图像学习，扫描已加窗到 {window} 以与之相似。</translation>
    </message>
    <message>
        <source>{which} ask to be drawn with low values white (MONOCHROME1): values are as measured, and drawn as usual.</source>
        <translation>{which}要求低值画成白色 (MONOCHROME1)：数值为测量值，并按通常方式绘制。</translation>
    </message>
    <message>
        <source>{which} {listed}{more} of {slices} {verb} no label though those beside do: the mask may lack a slice.</source>
        <translation>{which} {listed}{more}（共 {slices} 个）{verb}标签，而旁边的有：掩膜可能缺少一个切片。</translation>
    </message>
    <message>
        <source>{whole}: their gradients are added up one after the other{normed}.</source>
        <translation>{whole}：其梯度逐个累加{normed}。</translation>
    </message>
    <message>
        <source>{why} (row {n})</source>
        <translation>{why}（第 {n} 行）</translation>
    </message>
    <message>
        <source>{why}: there are no neighbours to look at.</source>
        <translation>{why}：没有可看的相邻切片。</translation>
    </message>
</context>
</TS>
