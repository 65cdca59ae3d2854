<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Surveyor</name>
    <message numerus="yes">
      <source>%n already there</source>
      <translation>
        <numerusform>%n 个已存在</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) brought up to date</source>
      <translation>
        <numerusform>已更新 %n 个案件</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) on this laptop · {name}</source>
      <translation>
        <numerusform>本机共 %n 个案件 · {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n check(s) passed</source>
      <translation>
        <numerusform>%n 项检查通过</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n copy(ies) in {folder}.</source>
      <translation>
        <numerusform>{folder} 中有 %n 个副本。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n damaged: {names}</source>
      <translation>
        <numerusform>%n 个损坏：{names}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s) from the start of a policy</source>
      <translation>
        <numerusform>距保险起期 %n 天</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s) to the end of a policy</source>
      <translation>
        <numerusform>距保险止期 %n 天</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n earlier claim(s)</source>
      <translation>
        <numerusform>以往赔案 %n 次</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n empty, kept by name</source>
      <translation>
        <numerusform>%n 个空文件，已记录文件名</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n empty: {names}</source>
      <translation>
        <numerusform>%n 个空文件：{names}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n enquiry(ies) overdue: {name}</source>
      <translation>
        <numerusform>%n 项调查已逾期：{name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entry of the office or of a colleague is only on this laptop: the centre lost it and does not take it back from here. It is kept and shown; tell the office.</source>
      <translation>
        <numerusform>有 %n 条内勤或同事的记录只在本机：中心已丢失，且不接受由本机交回。这些记录保留并照常显示；请告知内勤。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entry was made by a newer version of the program. It is kept in the case, its signature was checked, and it is passed on; what it says shows once this program is updated. Please update it.</source>
      <translation>
        <numerusform>有 %n 条记录由较新版本的程序写入。已存入本案，签名已核验，并照常传送；更新本程序后即显示其内容。请更新本程序。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n figure(s) by hand</source>
      <translation>
        <numerusform>%n 项人工录入</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) are empty, kept by name.</source>
      <translation>
        <numerusform>%n 个文件是空文件，已记录文件名。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) of this card are empty: there is nothing in them, kept by name.</source>
      <translation>
        <numerusform>此卡上有 %n 个空文件：没有内容，已记录文件名。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) of this card are in no case of yours, or could not be read.</source>
      <translation>
        <numerusform>本卡有 %n 个文件不在您的任何案件中，或无法读取。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n files found so far…</source>
      <translation>
        <numerusform>已找到 %n 个文件…</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hidden or trashed file(s) are not taken in: {names}.</source>
      <translation>
        <numerusform>%n 个隐藏或已删除（回收站）的文件不导入：{names}。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hurt without a position</source>
      <translation>
        <numerusform>另有 %n 名伤者未填位置</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n journal line(s) not sent yet</source>
      <translation>
        <numerusform>%n 条记录尚未发送</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s)</source>
      <translation>
        <numerusform>%n 项</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n mark(s)</source>
      <translation>
        <numerusform>%n 处痕迹</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n 分钟</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>另有 %n 份</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more place(s)</source>
      <translation>
        <numerusform>另有 %n 处</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n not on this laptop</source>
      <translation>
        <numerusform>%n 个不在本机</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n not reached</source>
      <translation>
        <numerusform>未读到 %n 个</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n notice(s)</source>
      <translation>
        <numerusform>%n 条提示</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n notice(s); nothing is lost</source>
      <translation>
        <numerusform>%n 条提示；没有任何内容丢失</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n original(s) are not at the centre either; whoever took them has to deliver them.</source>
      <translation>
        <numerusform>%n 个原始文件中心也没有；须由取得者交付。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n original(s) are not on this laptop: others took them, or another laptop did.</source>
      <translation>
        <numerusform>%n 个原始文件不在本机：由他人或另一台设备取得。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n original(s) were not taken: the centre sends other bytes than were signed for.</source>
      <translation>
        <numerusform>%n 个原始文件未予接收：中心发来的内容与签名不符。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n original(s), each stored unchanged with its hash</source>
      <translation>
        <numerusform>%n 份原件，均按原样保存并带哈希</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n overdue</source>
      <translation>
        <numerusform>%n 项已逾期</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s) of statements</source>
      <translation>
        <numerusform>询问笔录 %n 张</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n people in the list</source>
      <translation>
        <numerusform>名单内 %n 人</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n photo(s)</source>
      <translation>
        <numerusform>照片 %n 张</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n photo(s) or other evidence</source>
      <translation>
        <numerusform>%n 张照片或其他证据</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n photo(s), the first is {number}</source>
      <translation>
        <numerusform>%n 张照片，首张为 {number}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n photos</source>
      <translation>
        <numerusform>%n 张照片</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) are open, each with its reason</source>
      <translation>
        <numerusform>有 %n 项未完成，均已说明原因</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) are open; the reasons given when leaving are signed with the report.</source>
      <translation>
        <numerusform>有 %n 项未完成；离场时说明的原因随报告一并签署。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) must be settled before the report; each line leads there</source>
      <translation>
        <numerusform>出报告前还有 %n 项必须处理；点击即可前往</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) of “Ready to leave?” are still open.</source>
      <translation>
        <numerusform>“离场检查”还有 %n 项未完成。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n point(s) still want a reason</source>
      <translation>
        <numerusform>还有 %n 项须说明原因</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n raised by facts of the case</source>
      <translation>
        <numerusform>%n 项由本案事实触发</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) withdrawn; they stay in the case with the reason</source>
      <translation>
        <numerusform>已撤回 %n 条记录；记录与理由仍保留在案卷中</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n refused</source>
      <translation>
        <numerusform>%n 个被拒绝</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n remark(s) wait for your answer</source>
      <translation>
        <numerusform>%n 条意见待您答复</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n required shot(s) missing</source>
      <translation>
        <numerusform>缺 %n 项必拍照片</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n scan(s) linked</source>
      <translation>
        <numerusform>已关联 %n 份扫描件</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sheet(s) in this folder</source>
      <translation>
        <numerusform>此文件夹中有 %n 幅地图</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s)</source>
      <translation>
        <numerusform>%n 份笔录</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n still being written</source>
      <translation>
        <numerusform>%n 个仍在写入</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stored</source>
      <translation>
        <numerusform>%n 个已保存</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n taken in</source>
      <translation>
        <numerusform>已导入 %n 个</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n task(s)</source>
      <translation>
        <numerusform>%n 个任务</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n that is signed or another surveyor’s stays as it is</source>
      <translation>
        <numerusform>%n 条已签名或属于其他查勘员，保持原样。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n warning(s) of “Ready to leave?” want a reason.</source>
      <translation>
        <numerusform>“离场检查”中有 %n 项警告须说明原因。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n were there before</source>
      <translation>
        <numerusform>此前已有 %n 个</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n withdrawn</source>
      <translation>
        <numerusform>%n 件已撤回</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n without preview</source>
      <translation>
        <numerusform>%n 个无预览</numerusform>
      </translation>
    </message>
    <message>
      <source>(another paper)</source>
      <translation>（其他单证）</translation>
    </message>
    <message>
      <source>(no item yet)</source>
      <translation>（未选项目）</translation>
    </message>
    <message>
      <source>(no kind yet)</source>
      <translation>（未选类型）</translation>
    </message>
    <message>
      <source>(no name yet)</source>
      <translation>（未填名称）</translation>
    </message>
    <message>
      <source>(no number yet)</source>
      <translation>（暂无编号）</translation>
    </message>
    <message>
      <source>(no part yet)</source>
      <translation>（未选部件）</translation>
    </message>
    <message>
      <source>(no zone written)</source>
      <translation>（未写时区）</translation>
    </message>
    <message>
      <source>(nobody named yet)</source>
      <translation>（未选伤者）</translation>
    </message>
    <message>
      <source>(nobody yet)</source>
      <translation>（未选择）</translation>
    </message>
    <message>
      <source>, severity {severity}</source>
      <translation>，程度 {severity}</translation>
    </message>
    <message>
      <source>1. Have the phone in this laptop's hotspot or in the same network.</source>
      <translation>1. 让手机连上本机的热点，或与本机在同一网络。</translation>
    </message>
    <message>
      <source>2. Point its camera at the code and open the page.</source>
      <translation>2. 用手机相机对准二维码，打开网页。</translation>
    </message>
    <message>
      <source>3. The phone warns that it does not know this laptop. Go on if the numbers it shows begin like these:</source>
      <translation>3. 手机会提示不认识这台电脑。若它显示的证书指纹与下面的开头一致，请继续：</translation>
    </message>
    <message>
      <source>5 seconds back</source>
      <translation>后退 5 秒</translation>
    </message>
    <message>
      <source>5 seconds on</source>
      <translation>前进 5 秒</translation>
    </message>
    <message>
      <source>A</source>
      <translation>答</translation>
    </message>
    <message>
      <source>A Chinese plate begins with the character of its province</source>
      <translation>国内号牌以省份简称开头</translation>
    </message>
    <message>
      <source>A PDF, a bag or a case: what holds, and who vouches for it</source>
      <translation>PDF、证据包或案件文件：哪些成立，由谁证实</translation>
    </message>
    <message>
      <source>A case file is encrypted: unlock your cases first, then check it here.</source>
      <translation>案件文件已加密：请先解锁您的案件，再在此核验。</translation>
    </message>
    <message>
      <source>A child under 14 cannot consent; a guardian has to.</source>
      <translation>未满十四周岁的儿童不能自行同意，须由监护人同意。</translation>
    </message>
    <message>
      <source>A child under 14: choose the guardian who consents</source>
      <translation>未满十四周岁：请选择同意的监护人</translation>
    </message>
    <message>
      <source>A clock ends with what it is named after. What starts with something not recorded here does not run yet.</source>
      <translation>各时限至其所指事项办结为止；起算事项未在此记录的，尚未起算。</translation>
    </message>
    <message>
      <source>A company code has 18 characters, this one {count}</source>
      <translation>统一社会信用代码为 18 位，现为 {count} 位</translation>
    </message>
    <message>
      <source>A copy was restored</source>
      <translation>曾恢复旧副本</translation>
    </message>
    <message>
      <source>A delivery sends everything again, and the centre signs anew. Please tell the office.</source>
      <translation>再次交付会重新发送全部内容，由中心重新签收。请告知内勤。</translation>
    </message>
    <message>
      <source>A fault of the program</source>
      <translation>程序故障</translation>
    </message>
    <message>
      <source>A figure by hand</source>
      <translation>人工录入数值</translation>
    </message>
    <message>
      <source>A figure cannot be used ({pack}, {field}): {reason}.</source>
      <translation>数字无法使用（{pack}，{field}）：{reason}。</translation>
    </message>
    <message>
      <source>A font of the report is missing: {path}.</source>
      <translation>缺少报告字体：{path}。</translation>
    </message>
    <message>
      <source>A landline number without its area code</source>
      <translation>固定电话缺少区号</translation>
    </message>
    <message>
      <source>A link to their own page</source>
      <translation>客户页链接(不附通知)</translation>
    </message>
    <message>
      <source>A map sheet is one file with pictures of a map (MBTiles), for places without a network. It is only read and stays where it is: keep it on this laptop, not on a stick. Nothing is fetched.</source>
      <translation>一幅离线地图是一个含地图图片的文件（MBTiles），供没有网络的地方使用。程序只读取该文件，不移动也不改动：请存放在本机，不要放在 U 盘上。不会联网下载任何内容。</translation>
    </message>
    <message>
      <source>A mobile number has 11 digits and begins with 13 to 19; this one has {count}</source>
      <translation>手机号码为 11 位，以 13 至 19 开头；现为 {count} 位</translation>
    </message>
    <message>
      <source>A notice was issued on {day}. The law wants everything asked for at once; a further one says why.</source>
      <translation>已于 {day} 出具过告知书。法律要求一次性告知；再次告知须说明原因。</translation>
    </message>
    <message>
      <source>A paper came that nobody asked for</source>
      <translation>收到未列示的资料</translation>
    </message>
    <message>
      <source>A passphrase or code is needed.</source>
      <translation>需要口令或验证码。</translation>
    </message>
    <message>
      <source>A passport number has at most 9 letters and digits</source>
      <translation>护照号码最多 9 位字母和数字</translation>
    </message>
    <message>
      <source>A plate has province, letter and 5 characters, or 6 for new energy</source>
      <translation>号牌为省份简称、字母加 5 位，新能源为 6 位</translation>
    </message>
    <message>
      <source>A recording that was cut off is kept among the photos, up to the last second.</source>
      <translation>一段中断的录制已保存在拍摄页，仅缺最后一秒。</translation>
    </message>
    <message>
      <source>A second record of the same paper, for another vehicle or person</source>
      <translation>同一单证再登记一份，用于另一车辆或人员</translation>
    </message>
    <message>
      <source>A sheet is an MBTiles file with pictures (PNG, JPEG or WebP). Copy it anew, or type the position instead.</source>
      <translation>离线地图是含图块（PNG、JPEG 或 WebP）的 MBTiles 文件。请重新复制该文件，或直接输入坐标。</translation>
    </message>
    <message>
      <source>A signature does not fit its entry.</source>
      <translation>签名与记录不符。</translation>
    </message>
    <message>
      <source>A signature is still missing.</source>
      <translation>仍缺签名。</translation>
    </message>
    <message>
      <source>A signed statement never changes. What is to be added becomes a supplementary statement.</source>
      <translation>签名后的笔录不再改动，需要补充的内容另作补充笔录。</translation>
    </message>
    <message>
      <source>A stored original no longer matches its hash and is not shown as evidence.</source>
      <translation>一份已保存的原件与其哈希不符，不再作为证据显示。</translation>
    </message>
    <message>
      <source>A vehicle identification number has 17 characters, this one {count}</source>
      <translation>车辆识别代号为 17 位，现为 {count} 位</translation>
    </message>
    <message>
      <source>A vehicle identification number has letters and digits, but no I, O or Q</source>
      <translation>车辆识别代号由字母和数字组成，不用 I、O、Q</translation>
    </message>
    <message>
      <source>A wrong password or code was tried too often; the centre takes the next one in {wait_s} seconds.</source>
      <translation>密码或注册码多次错误；中心将在 {wait_s} 秒后再受理。</translation>
    </message>
    <message>
      <source>About</source>
      <translation>所涉记录</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>采纳</translation>
    </message>
    <message>
      <source>Accept (Enter)</source>
      <translation>采用 (Enter)</translation>
    </message>
    <message>
      <source>Accept the suggestion</source>
      <translation>采用建议</translation>
    </message>
    <message>
      <source>Accept the survey</source>
      <translation>查勘通过</translation>
    </message>
    <message>
      <source>Accessible copy saved. The signed report prints its SHA-256.</source>
      <translation>无障碍副本已保存。签名报告印有其 SHA-256。</translation>
    </message>
    <message>
      <source>Accident between {hour}:00 and {hour}:59</source>
      <translation>出险时间在 {hour}:00 至 {hour}:59</translation>
    </message>
    <message>
      <source>Accounts</source>
      <translation>账号</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>处理方式</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>Add a map sheet</source>
      <translation>添加离线地图</translation>
    </message>
    <message>
      <source>Add a sheet…</source>
      <translation>添加地图…</translation>
    </message>
    <message>
      <source>Add files…</source>
      <translation>添加文件…</translation>
    </message>
    <message>
      <source>Add photos…</source>
      <translation>添加照片…</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <source>Address of the centre</source>
      <translation>中心地址</translation>
    </message>
    <message>
      <source>Addressee</source>
      <translation>收件人</translation>
    </message>
    <message>
      <source>After + come the country code and at most 15 digits in all</source>
      <translation>+ 之后为国家代码，总共最多 15 位数字</translation>
    </message>
    <message>
      <source>After the area code a landline number has 7 or 8 digits</source>
      <translation>固定电话在区号之后为 7 或 8 位</translation>
    </message>
    <message>
      <source>After the first two, plates have digits and letters, but no I or O</source>
      <translation>号牌前两位之后为数字和字母，不用 I、O</translation>
    </message>
    <message>
      <source>Ages and response times</source>
      <translation>时效统计</translation>
    </message>
    <message>
      <source>Ages of the claims that wait, in days since they were opened</source>
      <translation>待处理案件的账龄（自登记起的天数）</translation>
    </message>
    <message>
      <source>Agrees, signed</source>
      <translation>同意（签名）</translation>
    </message>
    <message>
      <source>Agrees, spoken</source>
      <translation>同意（口头）</translation>
    </message>
    <message>
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message numerus="yes">
      <source>All %n photo(s)</source>
      <translation>
        <numerusform>全部 %n 张照片</numerusform>
      </translation>
    </message>
    <message>
      <source>All actions</source>
      <translation>全部操作</translation>
    </message>
    <message>
      <source>All actions (Ctrl+K)</source>
      <translation>全部操作 (Ctrl+K)</translation>
    </message>
    <message>
      <source>All cases on this laptop are encrypted with your profile.</source>
      <translation>本机所有案件均用您的档案加密。</translation>
    </message>
    <message>
      <source>All claims</source>
      <translation>全部案件</translation>
    </message>
    <message>
      <source>All claims of the list together</source>
      <translation>批量处理列表中的全部案件</translation>
    </message>
    <message>
      <source>All fees</source>
      <translation>费用合计</translation>
    </message>
    <message>
      <source>All in a grid</source>
      <translation>全部缩略图</translation>
    </message>
    <message>
      <source>All losses</source>
      <translation>损失合计</translation>
    </message>
    <message>
      <source>All originals that the records name are here.</source>
      <translation>记录所列的原始文件均已在此。</translation>
    </message>
    <message>
      <source>All other originals are unaffected.</source>
      <translation>其他原件不受影响。</translation>
    </message>
    <message>
      <source>All sent: {count} in the case.</source>
      <translation>全部传完：{count} 个已存入案件。</translation>
    </message>
    <message>
      <source>All that count</source>
      <translation>全部有效</translation>
    </message>
    <message>
      <source>All that is known of it</source>
      <translation>任务详情</translation>
    </message>
    <message>
      <source>All that should be taken in is in this case already ({count} file(s)).</source>
      <translation>要导入的文件均已在本案中（{count} 个）。</translation>
    </message>
    <message>
      <source>All {count} claims of the list together</source>
      <translation>批量处理列表中的全部 {count} 个案件</translation>
    </message>
    <message>
      <source>All {total} files of {name} are empty: the card may be damaged. Do not format it yet.</source>
      <translation>{name} 上的 {total} 个文件都是空文件：存储卡可能已损坏，请先不要格式化。</translation>
    </message>
    <message>
      <source>Already there</source>
      <translation>已经存在</translation>
    </message>
    <message>
      <source>Also present</source>
      <translation>其他在场人员</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>An amount cannot be below zero</source>
      <translation>金额不能小于零</translation>
    </message>
    <message>
      <source>An amount with at most two decimals</source>
      <translation>金额，最多两位小数</translation>
    </message>
    <message>
      <source>An entry of the journal is not in its proper form.</source>
      <translation>一条日志记录格式不正确。</translation>
    </message>
    <message>
      <source>An identity number has 17 digits and then a digit or X</source>
      <translation>公民身份号码为 17 位数字加一位数字或 X</translation>
    </message>
    <message>
      <source>An identity number has 18 characters, this one {count}</source>
      <translation>公民身份号码为 18 位，现为 {count} 位</translation>
    </message>
    <message>
      <source>An old number of 15 digits; please take the one of 18 from the card</source>
      <translation>这是 15 位旧号码；请按证件填写 18 位号码</translation>
    </message>
    <message>
      <source>An older copy of this case was restored or the disk was cloned. The journal went on as part {part}; everything written before is kept.</source>
      <translation>本案件曾恢复旧副本或磁盘被克隆。日志从第 {part} 段继续，此前写下的内容全部保留。</translation>
    </message>
    <message>
      <source>An open case is copied to {folder} in the background; the copy opens with the recovery code.</source>
      <translation>打开的案件在后台复制到 {folder}；副本用恢复码打开。</translation>
    </message>
    <message>
      <source>An original is not in this case file.</source>
      <translation>案件文件中没有这份原件。</translation>
    </message>
    <message>
      <source>An upload was interrupted and goes on at another place.</source>
      <translation>上传曾中断，将从另一位置继续。</translation>
    </message>
    <message>
      <source>Annotate</source>
      <translation>标注</translation>
    </message>
    <message>
      <source>Annotate (A)</source>
      <translation>标注 (A)</translation>
    </message>
    <message>
      <source>Another laptop was lost: bring its cases back</source>
      <translation>另一台电脑丢失：找回其中的案件</translation>
    </message>
    <message>
      <source>Another one</source>
      <translation>再加一份</translation>
    </message>
    <message>
      <source>Another paper</source>
      <translation>其他单证</translation>
    </message>
    <message>
      <source>Another program has this case open.</source>
      <translation>另一个程序正在使用此案件。</translation>
    </message>
    <message>
      <source>Another reason, then Enter</source>
      <translation>其他原因，按回车</translation>
    </message>
    <message>
      <source>Another report of the same policy within 48 hours</source>
      <translation>同一保单 48 小时内另有报案</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>答复</translation>
    </message>
    <message>
      <source>Answer in the person's own words</source>
      <translation>按本人原话记录回答</translation>
    </message>
    <message>
      <source>Answer it</source>
      <translation>答复</translation>
    </message>
    <message>
      <source>Answer the remark</source>
      <translation>答复意见</translation>
    </message>
    <message>
      <source>Answer {number}</source>
      <translation>回答 {number}</translation>
    </message>
    <message>
      <source>Answer: no</source>
      <translation>结果：否</translation>
    </message>
    <message>
      <source>Answer: not applicable</source>
      <translation>结果：不适用</translation>
    </message>
    <message>
      <source>Answer: unknown</source>
      <translation>结果：不明</translation>
    </message>
    <message>
      <source>Answer: yes</source>
      <translation>结果：是</translation>
    </message>
    <message>
      <source>Answered by {name}, who alone may change it.</source>
      <translation>由 {name} 填写，只能由其本人更改。</translation>
    </message>
    <message>
      <source>Answered on another device, where alone it may be changed.</source>
      <translation>在另一台设备上填写，只能在该设备上更改。</translation>
    </message>
    <message>
      <source>Answered. It goes to the office with the next delivery.</source>
      <translation>已答复，将随下次交付送达理赔中心。</translation>
    </message>
    <message>
      <source>Applies to</source>
      <translation>适用于</translation>
    </message>
    <message>
      <source>Arrival</source>
      <translation>到场</translation>
    </message>
    <message>
      <source>Arrival noted: {time}</source>
      <translation>已记录到场时间：{time}</translation>
    </message>
    <message>
      <source>Arrow keys move the map, + and − zoom, Enter takes the place under the cross</source>
      <translation>方向键移动地图，+ 和 − 缩放，回车键取十字所指的位置</translation>
    </message>
    <message>
      <source>As a spreadsheet</source>
      <translation>导出为表格</translation>
    </message>
    <message>
      <source>As recorded</source>
      <translation>按记录</translation>
    </message>
    <message>
      <source>As reported</source>
      <translation>报案信息</translation>
    </message>
    <message>
      <source>As the camera wrote it</source>
      <translation>相机原文</translation>
    </message>
    <message>
      <source>As typed: {text}</source>
      <translation>按输入：{text}</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>恢复要求</translation>
    </message>
    <message>
      <source>Ask at once, it is overwritten soon: {name}</source>
      <translation>请尽快调取，很快会被覆盖：{name}</translation>
    </message>
    <message>
      <source>Ask for consent…</source>
      <translation>征求同意…</translation>
    </message>
    <message>
      <source>Ask for the papers of this kind of case</source>
      <translation>按案件类型列示所需单证</translation>
    </message>
    <message>
      <source>Ask for this shot again</source>
      <translation>重新要求拍摄此项</translation>
    </message>
    <message>
      <source>Ask the office for a new enrolment code.</source>
      <translation>请向内勤索取新的注册码。</translation>
    </message>
    <message>
      <source>Ask the office for the list.</source>
      <translation>请向内勤索取名单。</translation>
    </message>
    <message>
      <source>Ask the office to assign it to you.</source>
      <translation>请内勤把它派给您。</translation>
    </message>
    <message>
      <source>Ask the office to assign the case to you, then fetch it.</source>
      <translation>请内勤把案件派给您，再获取。</translation>
    </message>
    <message>
      <source>Ask the office to correct it.</source>
      <translation>请内勤更正。</translation>
    </message>
    <message>
      <source>Ask the office to open a claim for it, or deliver to the right centre.</source>
      <translation>请内勤为其立案，或交付到正确的中心。</translation>
    </message>
    <message>
      <source>Ask the office. Only if it confirms the new fingerprint, enrol the laptop again and accept it there.</source>
      <translation>请询问公司。只有公司确认新指纹后，才重新注册本电脑并接受它。</translation>
    </message>
    <message>
      <source>Ask to be called</source>
      <translation>请你们回电</translation>
    </message>
    <message>
      <source>Ask: {authority}</source>
      <translation>向{authority}调取</translation>
    </message>
    <message>
      <source>Asked because: {trigger}</source>
      <translation>触发条件：{trigger}</translation>
    </message>
    <message>
      <source>Asked of</source>
      <translation>调查对象</translation>
    </message>
    <message>
      <source>Assign</source>
      <translation>归入</translation>
    </message>
    <message numerus="yes">
      <source>Assign %n</source>
      <translation>
        <numerusform>归入 %n 张</numerusform>
      </translation>
    </message>
    <message>
      <source>Assign a task</source>
      <translation>派工</translation>
    </message>
    <message>
      <source>Assign the selected photos to this shot</source>
      <translation>把所选照片归入此项</translation>
    </message>
    <message>
      <source>Assign the shot with this number (1 to 9)</source>
      <translation>归入对应编号的拍摄项 (1 至 9)</translation>
    </message>
    <message>
      <source>At least {count} characters, please.</source>
      <translation>至少 {count} 个字符。</translation>
    </message>
    <message>
      <source>At the scene from {start} to {end}</source>
      <translation>在场时间 {start} 至 {end}</translation>
    </message>
    <message>
      <source>At the scene since {time}</source>
      <translation>{time} 起在现场</translation>
    </message>
    <message>
      <source>Away from</source>
      <translation>外出自</translation>
    </message>
    <message>
      <source>Away until</source>
      <translation>外出至</translation>
    </message>
    <message>
      <source>BD-09 (Baidu)</source>
      <translation>BD-09（百度）</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Back to my claim</source>
      <translation>返回我的案件</translation>
    </message>
    <message>
      <source>Back to the cases</source>
      <translation>返回案件列表</translation>
    </message>
    <message>
      <source>Back to the list</source>
      <translation>返回列表</translation>
    </message>
    <message>
      <source>Bag…</source>
      <translation>证据包…</translation>
    </message>
    <message>
      <source>Basis</source>
      <translation>依据</translation>
    </message>
    <message>
      <source>Before departure</source>
      <translation>出发前核对</translation>
    </message>
    <message>
      <source>Before it can be opened, this must be known:</source>
      <translation>立案前须补充：</translation>
    </message>
    <message>
      <source>Before it is taken in, the person consents to: {purpose}</source>
      <translation>收取前须取得本人同意：{purpose}</translation>
    </message>
    <message>
      <source>Belongs to another case</source>
      <translation>属于其他案件</translation>
    </message>
    <message>
      <source>Beside the list of this case</source>
      <translation>不在本案单证清单内</translation>
    </message>
    <message>
      <source>Beside the statement</source>
      <translation>笔录旁栏</translation>
    </message>
    <message>
      <source>Both versions are kept.</source>
      <translation>两个版本都已保留。</translation>
    </message>
    <message>
      <source>Bring it back from a second copy</source>
      <translation>从第二份副本恢复</translation>
    </message>
    <message>
      <source>Bring the cases back</source>
      <translation>找回案件</translation>
    </message>
    <message>
      <source>Bring your cases back</source>
      <translation>找回您的案件</translation>
    </message>
    <message>
      <source>Bringing the cases back; large ones take minutes…</source>
      <translation>正在找回案件，较大的需要几分钟…</translation>
    </message>
    <message>
      <source>By cover</source>
      <translation>按险种</translation>
    </message>
    <message>
      <source>By file name</source>
      <translation>按文件名</translation>
    </message>
    <message>
      <source>By number</source>
      <translation>按编号</translation>
    </message>
    <message>
      <source>By time</source>
      <translation>按时间</translation>
    </message>
    <message>
      <source>Bytes</source>
      <translation>字节数</translation>
    </message>
    <message>
      <source>Bytes changed on the way.</source>
      <translation>数据在传输中发生变化。</translation>
    </message>
    <message>
      <source>CNY</source>
      <translation>元</translation>
    </message>
    <message>
      <source>Calculated</source>
      <translation>理算时间</translation>
    </message>
    <message>
      <source>Calculation</source>
      <translation>理算</translation>
    </message>
    <message>
      <source>Calculation (internal)</source>
      <translation>理算（内部）</translation>
    </message>
    <message>
      <source>Calculation, line by line</source>
      <translation>逐行理算</translation>
    </message>
    <message>
      <source>Camera</source>
      <translation>相机</translation>
    </message>
    <message>
      <source>Camera card or phone folder</source>
      <translation>存储卡或手机文件夹</translation>
    </message>
    <message>
      <source>Camera card or phone folder…</source>
      <translation>存储卡或手机文件夹…</translation>
    </message>
    <message>
      <source>Camera clocks</source>
      <translation>相机时钟</translation>
    </message>
    <message>
      <source>Camera clocks…</source>
      <translation>相机时钟…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cancel the claim</source>
      <translation>注销案件</translation>
    </message>
    <message>
      <source>Cancelled</source>
      <translation>已注销</translation>
    </message>
    <message>
      <source>Cancelled: nothing is said of it.</source>
      <translation>已取消：未作任何结论。</translation>
    </message>
    <message>
      <source>Cancelling…</source>
      <translation>正在取消…</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>案件</translation>
    </message>
    <message>
      <source>Case id</source>
      <translation>案件编号</translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>案件</translation>
    </message>
    <message>
      <source>Centre: {server}</source>
      <translation>中心：{server}</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>证书</translation>
    </message>
    <message>
      <source>Certificate file</source>
      <translation>证书文件</translation>
    </message>
    <message>
      <source>Certificate of the authority</source>
      <translation>签发机构的证书</translation>
    </message>
    <message>
      <source>Certificate to sign with</source>
      <translation>用于签名的证书</translation>
    </message>
    <message>
      <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
      <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>Change the claim</source>
      <translation>修改报案信息</translation>
    </message>
    <message>
      <source>Change the passphrase</source>
      <translation>更改口令</translation>
    </message>
    <message>
      <source>Change the passphrase…</source>
      <translation>更改口令…</translation>
    </message>
    <message>
      <source>Change the roles</source>
      <translation>修改岗位</translation>
    </message>
    <message>
      <source>Changed since the report</source>
      <translation>该报告之后的变更：</translation>
    </message>
    <message>
      <source>Characters</source>
      <translation>字数</translation>
    </message>
    <message>
      <source>Check a bag</source>
      <translation>核验证据包</translation>
    </message>
    <message>
      <source>Check a file</source>
      <translation>核验文件</translation>
    </message>
    <message>
      <source>Check evidence</source>
      <translation>核验证据</translation>
    </message>
    <message>
      <source>Check evidence (Ctrl+Shift+E)</source>
      <translation>核验证据（Ctrl+Shift+E）</translation>
    </message>
    <message>
      <source>Check that nobody changed it</source>
      <translation>校验是否被改动</translation>
    </message>
    <message>
      <source>Check the address or number and try again; if it goes on, whoever runs the centre looks at its outgoing settings.</source>
      <translation>请核对地址或号码后重试；若仍不行，请中心管理人员检查外发设置。</translation>
    </message>
    <message>
      <source>Check the disk or the cable, then try again.</source>
      <translation>请检查磁盘或数据线，然后重试。</translation>
    </message>
    <message>
      <source>Check the keyboard layout and Caps Lock, or use the recovery code.</source>
      <translation>请检查键盘布局和大写锁定，或使用恢复码。</translation>
    </message>
    <message>
      <source>Check the original</source>
      <translation>核验原件</translation>
    </message>
    <message>
      <source>Check this laptop's clock, choose another certificate, or enrol again to get a new one.</source>
      <translation>请检查本机时钟，另选证书，或重新注册以取得新证书。</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>核验结果</translation>
    </message>
    <message>
      <source>Checking {name}</source>
      <translation>正在核对 {name}</translation>
    </message>
    <message>
      <source>Checking {name}…</source>
      <translation>正在核验 {name}…</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>正在检查…</translation>
    </message>
    <message>
      <source>Checklist ({open})</source>
      <translation>清单（{open}）</translation>
    </message>
    <message>
      <source>Checks</source>
      <translation>查勘项</translation>
    </message>
    <message>
      <source>Checks of the survey record</source>
      <translation>查勘记录查验事项</translation>
    </message>
    <message>
      <source>Chinese passports have no letter I or O here; perhaps it is 1 or 0</source>
      <translation>中国护照此处不用字母 I、O；可能是 1 或 0</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Choose a photo to see its details and custody.</source>
      <translation>选择一张照片以查看其详情与保管记录。</translation>
    </message>
    <message>
      <source>Choose a stick or another disk…</source>
      <translation>选择 U 盘或另一块硬盘…</translation>
    </message>
    <message>
      <source>Choose a text above; what is changed here becomes a correction</source>
      <translation>请在上方选择文字，在此修改即为更正</translation>
    </message>
    <message>
      <source>Choose another file, or restore this one from its second copy.</source>
      <translation>请选择其他文件，或从备份副本恢复。</translation>
    </message>
    <message>
      <source>Choose another place.</source>
      <translation>请选择其他位置。</translation>
    </message>
    <message>
      <source>Choose files…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <source>Choose first whether the person reads it or it is read aloud.</source>
      <translation>请先选择本人阅读还是宣读。</translation>
    </message>
    <message>
      <source>Choose microphone and camera</source>
      <translation>选择麦克风和摄像头</translation>
    </message>
    <message>
      <source>Choose on the stick…</source>
      <translation>在 U 盘上选择…</translation>
    </message>
    <message>
      <source>Choose other files, or look for these in the list of photos.</source>
      <translation>请选择其他文件，或在照片列表中查看这些文件。</translation>
    </message>
    <message>
      <source>Choose photos and videos</source>
      <translation>选择照片和视频</translation>
    </message>
    <message>
      <source>Choose photos and videos. They go to the surveyor's laptop as they are, and nowhere else. They stay on this phone.</source>
      <translation>请选择照片和视频。它们原样传到查勘员的电脑，不会传到别处；手机里的仍然保留。</translation>
    </message>
    <message>
      <source>Choose the consent it rests on.</source>
      <translation>请选择所依据的同意。</translation>
    </message>
    <message>
      <source>Choose the file as it was issued.</source>
      <translation>请选择原始签发的文件。</translation>
    </message>
    <message>
      <source>Choose the lists of this case</source>
      <translation>选择本案的拍摄清单</translation>
    </message>
    <message>
      <source>Choose the person questioned first.</source>
      <translation>请先选择被询问人。</translation>
    </message>
    <message>
      <source>Choose the person questioned first: recording needs that person's consent.</source>
      <translation>请先选择被询问人：录音录像须经其同意。</translation>
    </message>
    <message>
      <source>Choose the right file and passphrase.</source>
      <translation>请选择正确的文件并输入正确口令。</translation>
    </message>
    <message>
      <source>Choose the right value where the two differ; what only one of them says is kept.</source>
      <translation>两者不同之处请选择正确的值；只有一方填写的内容会保留。</translation>
    </message>
    <message>
      <source>Choose, or type a new name</source>
      <translation>选择，或输入新姓名</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>请选择…</translation>
    </message>
    <message>
      <source>Claim</source>
      <translation>接案</translation>
    </message>
    <message>
      <source>Claims</source>
      <translation>案件</translation>
    </message>
    <message>
      <source>Claims centre</source>
      <translation>理赔中心</translation>
    </message>
    <message>
      <source>Claims: {count}</source>
      <translation>共 {count} 个案件</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Clear the layer</source>
      <translation>清空标注层</translation>
    </message>
    <message>
      <source>Clock for cameras</source>
      <translation>相机校时时钟</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close it there, then open it here.</source>
      <translation>请先在那里关闭，再在这里打开。</translation>
    </message>
    <message>
      <source>Close my claim on this phone</source>
      <translation>在这部手机上关闭我的案件</translation>
    </message>
    <message>
      <source>Close the account</source>
      <translation>停用账号</translation>
    </message>
    <message>
      <source>Close the case, open it again and try once more.</source>
      <translation>请关闭案件，重新打开后再试。</translation>
    </message>
    <message>
      <source>Code for the phone's camera</source>
      <translation>供手机相机扫描的二维码</translation>
    </message>
    <message>
      <source>Code with the laptop's time</source>
      <translation>显示本机时间的二维码</translation>
    </message>
    <message>
      <source>Colour: {name}</source>
      <translation>颜色: {name}</translation>
    </message>
    <message>
      <source>Compare and merge…</source>
      <translation>比较并合并…</translation>
    </message>
    <message>
      <source>Compare it with the sheet you wrote at the first start.</source>
      <translation>请与首次启动时抄写的纸张核对。</translation>
    </message>
    <message>
      <source>Compare two side by side (C)</source>
      <translation>两张并排对比 (C)</translation>
    </message>
    <message>
      <source>Compare with bag or case…</source>
      <translation>与证据包或案件对照…</translation>
    </message>
    <message>
      <source>Compare with the centre</source>
      <translation>与中心核对</translation>
    </message>
    <message>
      <source>Complaints</source>
      <translation>投诉</translation>
    </message>
    <message>
      <source>Complete it: the person questioned, who asks, the notice, at least one answer, and that it was read back.</source>
      <translation>请补全：被询问人、询问人、告知、至少一条答复以及核对。</translation>
    </message>
    <message>
      <source>Computed: {amount}</source>
      <translation>计算值：{amount}</translation>
    </message>
    <message>
      <source>Computed: {amount}, {difference} apart</source>
      <translation>计算值：{amount}，相差 {difference}</translation>
    </message>
    <message>
      <source>Connected: {device}. Arrived: {count}.</source>
      <translation>已连接：{device}。已收到 {count} 个。</translation>
    </message>
    <message>
      <source>Consent to recording</source>
      <translation>录音录像同意</translation>
    </message>
    <message>
      <source>Consents</source>
      <translation>同意登记</translation>
    </message>
    <message>
      <source>Content</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Content credentials</source>
      <translation>内容凭证</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>报告内容</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>复印件</translation>
    </message>
    <message>
      <source>Copies for a receiver</source>
      <translation>给接收方的副本</translation>
    </message>
    <message>
      <source>Copies for a receiver…</source>
      <translation>给接收方的副本…</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>复制详情</translation>
    </message>
    <message>
      <source>Copy given</source>
      <translation>交付副本</translation>
    </message>
    <message>
      <source>Copy the list</source>
      <translation>复制清单</translation>
    </message>
    <message>
      <source>Copy the position in one of the datums</source>
      <translation>按其中一种坐标系复制位置</translation>
    </message>
    <message>
      <source>Copy the report number</source>
      <translation>复制报案号</translation>
    </message>
    <message>
      <source>Copy the result as text</source>
      <translation>以文字复制核验结果</translation>
    </message>
    <message>
      <source>Copy…</source>
      <translation>复制…</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>更正</translation>
    </message>
    <message>
      <source>Correct a question or an answer</source>
      <translation>更正问或答</translation>
    </message>
    <message>
      <source>Correct something</source>
      <translation>更正内容</translation>
    </message>
    <message>
      <source>Correct the field and try again.</source>
      <translation>请更正该字段后重试。</translation>
    </message>
    <message>
      <source>Corrected</source>
      <translation>已更正</translation>
    </message>
    <message>
      <source>Corrected time {time}: the camera's clock is {off} fast</source>
      <translation>校正时间 {time}:相机时钟快 {off}</translation>
    </message>
    <message>
      <source>Corrected time {time}: the camera's clock is {off} slow</source>
      <translation>校正时间 {time}:相机时钟慢 {off}</translation>
    </message>
    <message>
      <source>Count and price each item, also what is undamaged, and compare it with the insured's own list.</source>
      <translation>逐项清点并计价，未受损的也要列出，并与被保险人的损失清单核对。</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>以此为准</translation>
    </message>
    <message>
      <source>Cover</source>
      <translation>险种</translation>
    </message>
    <message>
      <source>Covers ({count})</source>
      <translation>险种 ({count})</translation>
    </message>
    <message>
      <source>Create a profile to begin.</source>
      <translation>请先创建档案。</translation>
    </message>
    <message>
      <source>Create profile</source>
      <translation>创建档案</translation>
    </message>
    <message>
      <source>Create your profile</source>
      <translation>创建您的档案</translation>
    </message>
    <message>
      <source>Creating…</source>
      <translation>正在创建…</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Enter</translation>
    </message>
    <message>
      <source>Custody</source>
      <translation>保管记录</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>客户</translation>
    </message>
    <message>
      <source>Customer's link made</source>
      <translation>生成客户链接</translation>
    </message>
    <message>
      <source>Customer's link revoked</source>
      <translation>撤销客户链接</translation>
    </message>
    <message>
      <source>Customer's link taken back: its message could not be sent</source>
      <translation>客户链接已收回：消息未能发出</translation>
    </message>
    <message>
      <source>DD</source>
      <translation>日</translation>
    </message>
    <message>
      <source>Damage</source>
      <translation>定损</translation>
    </message>
    <message>
      <source>Damage is entered for a vehicle; start with the insured one, then the others.</source>
      <translation>损失按车辆登记；先标的车，再其他车辆。</translation>
    </message>
    <message>
      <source>Damaged part</source>
      <translation>受损部件</translation>
    </message>
    <message>
      <source>Damaged: {reason}</source>
      <translation>损坏：{reason}</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Datum</source>
      <translation>坐标系</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>天数</translation>
    </message>
    <message>
      <source>Days from the accident to the end of the policy</source>
      <translation>出险至期满天数</translation>
    </message>
    <message>
      <source>Days from the start of the policy to the accident</source>
      <translation>起保至出险天数</translation>
    </message>
    <message>
      <source>Death, disability</source>
      <translation>死亡伤残</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>交付</translation>
    </message>
    <message>
      <source>Deliver again; the missing entries are fetched first.</source>
      <translation>请再次交付；会先取回缺少的记录。</translation>
    </message>
    <message>
      <source>Deliver again; the numbers are compared first.</source>
      <translation>请再次交付；会先核对编号。</translation>
    </message>
    <message>
      <source>Deliver it until the full receipt is there, then try again.</source>
      <translation>请继续交付，收到完整回执后再试。</translation>
    </message>
    <message>
      <source>Delivering</source>
      <translation>正在交付</translation>
    </message>
    <message>
      <source>Delivery</source>
      <translation>交付</translation>
    </message>
    <message>
      <source>Delivery is paused. It goes on from here when you say so; nothing starts over.</source>
      <translation>交付已暂停。继续时从这里接着发送，不会重头再来。</translation>
    </message>
    <message>
      <source>Delivery root</source>
      <translation>交付根哈希</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>详情</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Devices</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Digits 7 to 14 of this identity number are no possible date of birth</source>
      <translation>公民身份号码第 7 至 14 位不是合理的出生日期</translation>
    </message>
    <message>
      <source>Digits 7 to 14 of this number are no possible date of birth</source>
      <translation>该号码第 7 至 14 位不是合理的出生日期</translation>
    </message>
    <message>
      <source>Do not send it</source>
      <translation>不发送</translation>
    </message>
    <message>
      <source>Do without it</source>
      <translation>免予提交</translation>
    </message>
    <message>
      <source>Does not agree</source>
      <translation>不同意</translation>
    </message>
    <message>
      <source>Does not match the claim</source>
      <translation>与案件不符</translation>
    </message>
    <message>
      <source>Does not matter in this accident</source>
      <translation>与本次事故无关</translation>
    </message>
    <message>
      <source>Does not occur in this case</source>
      <translation>本案不涉及</translation>
    </message>
    <message>
      <source>Does these kinds of tasks</source>
      <translation>承接的任务类型</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Done in {count} claims.</source>
      <translation>已处理 {count} 个案件。</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>草稿</translation>
    </message>
    <message numerus="yes">
      <source>Draft of %n page(s), not signed</source>
      <translation>
        <numerusform>草稿，共 %n 页，未签名</numerusform>
      </translation>
    </message>
    <message>
      <source>Drag onto a mark, or press Enter to link to the current one</source>
      <translation>拖到某处痕迹上，或按回车关联到当前痕迹</translation>
    </message>
    <message>
      <source>Draw it as…</source>
      <translation>绘制为…</translation>
    </message>
    <message>
      <source>Drawn again from this root, the lot falls otherwise.</source>
      <translation>按该根值重新抽取，结果不同。</translation>
    </message>
    <message>
      <source>Drivers, injured people and witnesses are entered once and then chosen in statements and vehicles.</source>
      <translation>驾驶人、伤者和证人只登记一次，之后在笔录和车辆中选择即可。</translation>
    </message>
    <message>
      <source>Drop a PDF, the folder of a bag, or a case file here</source>
      <translation>将 PDF、证据包文件夹或案件文件拖到此处</translation>
    </message>
    <message>
      <source>Drop files or a folder anywhere in this window, paste a picture, or choose files. Each original is stored unchanged with its hash.</source>
      <translation>把文件或文件夹拖到窗口任意处、粘贴图片，或选择文件。每份原件按原样保存并带哈希。</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>时长</translation>
    </message>
    <message>
      <source>E-mail address or phone (else the one in the report)</source>
      <translation>邮箱或电话(留空则用报案电话)</translation>
    </message>
    <message>
      <source>Each pixel of the original (1, Ctrl+1)</source>
      <translation>原片实际像素(1、Ctrl+1)</translation>
    </message>
    <message>
      <source>Each reason is kept with the time of leaving and is not asked for again when the report is signed.</source>
      <translation>原因随离开时间一并保存，签署报告时不再询问。</translation>
    </message>
    <message>
      <source>Each visit or call is a line with its date: the first, then the follow-ups.</source>
      <translation>每次探视或电话一行并注明日期：首次，然后跟踪。</translation>
    </message>
    <message>
      <source>Earlier entries have not reached the centre yet.</source>
      <translation>更早的记录尚未到达中心。</translation>
    </message>
    <message>
      <source>Earlier losses of the same vehicle</source>
      <translation>同一车辆此前出险</translation>
    </message>
    <message>
      <source>Easy to guess: make it longer, of several words</source>
      <translation>容易被猜中：请加长，用几个词</translation>
    </message>
    <message>
      <source>Elsewhere on the vehicle</source>
      <translation>车辆其他部位</translation>
    </message>
    <message>
      <source>Empty files</source>
      <translation>空文件</translation>
    </message>
    <message>
      <source>End the pairing</source>
      <translation>结束配对</translation>
    </message>
    <message>
      <source>Enquiries ({open})</source>
      <translation>外部调查（{open}）</translation>
    </message>
    <message>
      <source>Enrol</source>
      <translation>注册</translation>
    </message>
    <message>
      <source>Enrol it with the code from the office.</source>
      <translation>请用内勤给的注册码注册。</translation>
    </message>
    <message>
      <source>Enrol this laptop</source>
      <translation>注册本机</translation>
    </message>
    <message>
      <source>Enrolled at</source>
      <translation>注册于</translation>
    </message>
    <message>
      <source>Enrolled at {server}.</source>
      <translation>已在 {server} 注册。</translation>
    </message>
    <message>
      <source>Enrolling…</source>
      <translation>正在注册…</translation>
    </message>
    <message>
      <source>Enrolment code from the office</source>
      <translation>内勤给的注册码</translation>
    </message>
    <message>
      <source>Enrolment code, shown only now:</source>
      <translation>注册码（仅此一次显示）：</translation>
    </message>
    <message>
      <source>Enrol…</source>
      <translation>注册…</translation>
    </message>
    <message>
      <source>Enter goes to the next one; Tab leads to what can be done with it.</source>
      <translation>按 Enter 到下一张；按 Tab 到可进行的操作。</translation>
    </message>
    <message>
      <source>Enter it and try again.</source>
      <translation>请输入后重试。</translation>
    </message>
    <message>
      <source>Enter or the number: put the question · Esc: back</source>
      <translation>回车或数字键：提问 · Esc：返回</translation>
    </message>
    <message>
      <source>Enter the guardian among the people of the case and ask that person.</source>
      <translation>请在人员中录入监护人，并征求其同意。</translation>
    </message>
    <message>
      <source>Enter who asks the questions first.</source>
      <translation>请先填写询问人。</translation>
    </message>
    <message>
      <source>Enter: next answer · Ctrl+Enter: next question · Ctrl+B: question bank · F1: all keys</source>
      <translation>回车：下一个答 · Ctrl+回车：下一问 · Ctrl+B：问题库 · F1：全部快捷键</translation>
    </message>
    <message>
      <source>Entered first (stays)</source>
      <translation>先录入（保留）</translation>
    </message>
    <message>
      <source>Entered later (is withdrawn)</source>
      <translation>后录入（撤回）</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>条目</translation>
    </message>
    <message>
      <source>Esc: close</source>
      <translation>Esc: 关闭</translation>
    </message>
    <message>
      <source>Esc: everything given so far is stored</source>
      <translation>Esc：已签内容均已保存</translation>
    </message>
    <message>
      <source>Everything here was checked just now.</source>
      <translation>以下内容均为刚刚校验的结果。</translation>
    </message>
    <message>
      <source>Everything is at the centre, and the centre has signed for it.</source>
      <translation>全部内容已到中心，中心已签收。</translation>
    </message>
    <message>
      <source>Everything is only on this laptop</source>
      <translation>所有内容仅在本机</translation>
    </message>
    <message>
      <source>Everything is safe on this laptop and can still be read and handed out; nothing more is delivered from it.</source>
      <translation>本机中的全部内容安全，仍可查看和交付副本；但不能再从本机交付案件。</translation>
    </message>
    <message>
      <source>Everything is safe on this laptop; the receipts it gave are kept as documents.</source>
      <translation>本机内容全部安全；中心开具过的回执作为文件保留。</translation>
    </message>
    <message>
      <source>Everything is safe on this laptop; what has already arrived stays there.</source>
      <translation>本机内容安全；已送达的部分保留在中心。</translation>
    </message>
    <message>
      <source>Everything is signed. Sealing cannot be undone.</source>
      <translation>签名已齐。封存后不可撤销。</translation>
    </message>
    <message>
      <source>Everything saved before is safe.</source>
      <translation>此前保存的内容都安全。</translation>
    </message>
    <message>
      <source>Everything that is missing is asked for once, all together. Note first what was asked for; the notice names it.</source>
      <translation>缺少的资料应一次性全部告知。请先在清单中登记已要求的单证，告知书会逐项列明。</translation>
    </message>
    <message>
      <source>Everything that was taken down is kept.</source>
      <translation>已记录的内容全部保留。</translation>
    </message>
    <message>
      <source>Everything that you sent before is safe.</source>
      <translation>您之前发来的都已保存。</translation>
    </message>
    <message>
      <source>Everything up to the last complete step is safe.</source>
      <translation>直到最后完成的一步都安全。</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>所有页面</translation>
    </message>
    <message>
      <source>Exact text of the receipt</source>
      <translation>回执原文</translation>
    </message>
    <message>
      <source>Export a folder</source>
      <translation>导出文件夹</translation>
    </message>
    <message>
      <source>Export a folder…</source>
      <translation>导出文件夹…</translation>
    </message>
    <message>
      <source>Export the case again.</source>
      <translation>请重新导出案件。</translation>
    </message>
    <message numerus="yes">
      <source>Exported to {folder} without %n damaged file(s): {names}</source>
      <translation>
        <numerusform>已导出到 {folder}，其中 %n 个已损坏的文件未包含：{names}</numerusform>
      </translation>
    </message>
    <message>
      <source>Exported to {folder}.</source>
      <translation>已导出到 {folder}。</translation>
    </message>
    <message>
      <source>Exporting</source>
      <translation>正在导出</translation>
    </message>
    <message>
      <source>Fair: a few more characters make it good</source>
      <translation>一般：再多几个字符就好</translation>
    </message>
    <message>
      <source>Farther</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>Fees</source>
      <translation>费用</translation>
    </message>
    <message>
      <source>Fees ({count})</source>
      <translation>费用（{count}）</translation>
    </message>
    <message>
      <source>Fetch assignments</source>
      <translation>获取派工</translation>
    </message>
    <message>
      <source>Fetch the case again, or restore it from its second copy.</source>
      <translation>请重新获取案件，或从备份副本恢复。</translation>
    </message>
    <message>
      <source>Fetch the original</source>
      <translation>取回原始文件</translation>
    </message>
    <message>
      <source>Fetch them</source>
      <translation>全部取回</translation>
    </message>
    <message>
      <source>Fetch them from the centre on the delivery page or with surveyor case fetch --originals, then try again.</source>
      <translation>请在交付页面或用 surveyor case fetch --originals 从中心取回，然后重试。</translation>
    </message>
    <message>
      <source>Fetch what the office has assigned to you, or open a new case on the spot; the office's number can be joined later.</source>
      <translation>获取内勤派给您的案件，或当场新建案件；报案号可稍后补上。</translation>
    </message>
    <message>
      <source>Fetching assignments</source>
      <translation>正在获取派工</translation>
    </message>
    <message>
      <source>Fetching originals</source>
      <translation>正在取回原始文件</translation>
    </message>
    <message>
      <source>Fetching pictures</source>
      <translation>正在取回预览图</translation>
    </message>
    <message>
      <source>Fetching the original</source>
      <translation>正在取回原始文件</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Figure by hand…</source>
      <translation>人工录入…</translation>
    </message>
    <message>
      <source>File name</source>
      <translation>文件名</translation>
    </message>
    <message>
      <source>Files that come with the program are missing ({what}).</source>
      <translation>缺少程序自带的文件（{what}）。</translation>
    </message>
    <message>
      <source>Files…</source>
      <translation>文件…</translation>
    </message>
    <message>
      <source>File…</source>
      <translation>文件…</translation>
    </message>
    <message>
      <source>Fill in the time of the accident and the policy's clauses, or add the pack.</source>
      <translation>请填写出险时间和保单条款，或添加该规则包。</translation>
    </message>
    <message>
      <source>Fill the figure in, then calculate again.</source>
      <translation>请填写该数字后重新计算。</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>筛选</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>Find a part</source>
      <translation>查找部件</translation>
    </message>
    <message>
      <source>Find a part: name or pinyin initials</source>
      <translation>查找部件：名称或拼音首字母</translation>
    </message>
    <message>
      <source>Find a question</source>
      <translation>查找问题</translation>
    </message>
    <message>
      <source>Fine</source>
      <translation>没有问题</translation>
    </message>
    <message>
      <source>Fingerprint…</source>
      <translation>捺印…</translation>
    </message>
    <message>
      <source>Finish the edit and lay it out again.</source>
      <translation>请完成修改后重新排版。</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Follow your claim and send papers here; keep this address. It opens with the last 4 digits of your phone number.</source>
      <translation>您可在此查看案件进度、发送资料，请保存此地址。凭您电话号码的后4位打开。</translation>
    </message>
    <message>
      <source>Follow-up question</source>
      <translation>追问</translation>
    </message>
    <message>
      <source>For</source>
      <translation>给</translation>
    </message>
    <message>
      <source>For the office alone: no copy for a party shows prompts. An indicator is not evidence, and nothing is counted.</source>
      <translation>仅供公司内部：当事人的任何副本都不显示提示。迹象不是证据，也不计分。</translation>
    </message>
    <message>
      <source>For the person opposite (F6)</source>
      <translation>供对面的人阅读（F6）</translation>
    </message>
    <message>
      <source>Forgotten the passphrase?</source>
      <translation>忘记口令？</translation>
    </message>
    <message>
      <source>Form</source>
      <translation>形式</translation>
    </message>
    <message>
      <source>Form, hash, signature and chain of every entry hold.</source>
      <translation>每一条目的格式、散列、签名与链均通过校验。</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <source>Formula or source</source>
      <translation>公式或来源</translation>
    </message>
    <message>
      <source>Free some space, then do it again; files already stored are recognised.</source>
      <translation>请腾出空间后重做；已保存的文件会被识别。</translation>
    </message>
    <message>
      <source>Friday</source>
      <translation>星期五</translation>
    </message>
    <message>
      <source>From (UTC)</source>
      <translation>自（UTC）</translation>
    </message>
    <message>
      <source>From a phone…</source>
      <translation>用手机传…</translation>
    </message>
    <message>
      <source>From photos…</source>
      <translation>取自照片…</translation>
    </message>
    <message>
      <source>From the beginning</source>
      <translation>从头开始</translation>
    </message>
    <message>
      <source>From the file</source>
      <translation>文件信息</translation>
    </message>
    <message>
      <source>From the photos…</source>
      <translation>从照片中选择…</translation>
    </message>
    <message>
      <source>Full receipt</source>
      <translation>完整回执</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>全屏</translation>
    </message>
    <message>
      <source>Further →</source>
      <translation>下一页 →</translation>
    </message>
    <message>
      <source>GCJ-02 (Amap, Tencent, Apple and Google in China)</source>
      <translation>GCJ-02（高德、腾讯，苹果与谷歌国内地图）</translation>
    </message>
    <message>
      <source>Give on</source>
      <translation>改派</translation>
    </message>
    <message>
      <source>Give out a task of each</source>
      <translation>为每个案件派工</translation>
    </message>
    <message>
      <source>Give out the task</source>
      <translation>派工</translation>
    </message>
    <message>
      <source>Give the reasons…</source>
      <translation>说明原因…</translation>
    </message>
    <message>
      <source>Give to</source>
      <translation>交给</translation>
    </message>
    <message>
      <source>Go back to the list and open it again.</source>
      <translation>请返回列表重新打开。</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Go on asking</source>
      <translation>继续询问</translation>
    </message>
    <message>
      <source>Go on delivering</source>
      <translation>继续交付</translation>
    </message>
    <message>
      <source>Go on signing</source>
      <translation>继续签名</translation>
    </message>
    <message>
      <source>Go on with that claim, or say why there is to be a second one.</source>
      <translation>请继续办理该案，或说明为何另立一案。</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>前往</translation>
    </message>
    <message>
      <source>Go there: {finding}</source>
      <translation>前往：{finding}</translation>
    </message>
    <message>
      <source>Go to this photo</source>
      <translation>转到这张照片</translation>
    </message>
    <message>
      <source>Good</source>
      <translation>好</translation>
    </message>
    <message>
      <source>Group {number} of the code, from your sheet</source>
      <translation>恢复码第 {number} 组（照着纸抄）</translation>
    </message>
    <message>
      <source>Guardian who consents</source>
      <translation>表示同意的监护人</translation>
    </message>
    <message>
      <source>HH:MM</source>
      <translation>时:分</translation>
    </message>
    <message>
      <source>Hand it over on paper</source>
      <translation>打印交付</translation>
    </message>
    <message>
      <source>Hand over and sign for it</source>
      <translation>当面送达并签收</translation>
    </message>
    <message>
      <source>Hand over and sign…</source>
      <translation>当面签收…</translation>
    </message>
    <message>
      <source>Hand the case over</source>
      <translation>移交案卷</translation>
    </message>
    <message>
      <source>Head of the statement</source>
      <translation>笔录首部</translation>
    </message>
    <message>
      <source>Height</source>
      <translation>高度</translation>
    </message>
    <message>
      <source>Held by</source>
      <translation>任务持有人</translation>
    </message>
    <message>
      <source>Histogram</source>
      <translation>直方图</translation>
    </message>
    <message>
      <source>Histogram (H)</source>
      <translation>直方图 (H)</translation>
    </message>
    <message>
      <source>How</source>
      <translation>方式</translation>
    </message>
    <message>
      <source>How a copy will look</source>
      <translation>副本效果</translation>
    </message>
    <message>
      <source>How it is answered</source>
      <translation>回答方式</translation>
    </message>
    <message>
      <source>How it is read</source>
      <translation>核对方式</translation>
    </message>
    <message>
      <source>How it was sent</source>
      <translation>送达方式</translation>
    </message>
    <message>
      <source>How it was told</source>
      <translation>送达情况</translation>
    </message>
    <message>
      <source>How papers are handed in</source>
      <translation>资料提交方式</translation>
    </message>
    <message>
      <source>How to hand them in (else as the template says)</source>
      <translation>提交方式(留空则按模板)</translation>
    </message>
    <message>
      <source>I agree</source>
      <translation>我同意</translation>
    </message>
    <message>
      <source>I do not agree</source>
      <translation>我不同意</translation>
    </message>
    <message>
      <source>I have arrived</source>
      <translation>我已到场</translation>
    </message>
    <message>
      <source>I have it on paper</source>
      <translation>我已保存在纸上</translation>
    </message>
    <message>
      <source>I have left</source>
      <translation>我已离场</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>If nothing shows, another program may be using it.</source>
      <translation>如果一直没有画面，可能有其他程序正在使用它。</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message numerus="yes">
      <source>Import %n</source>
      <translation>
        <numerusform>导入 %n 个</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Import %n new</source>
      <translation>
        <numerusform>导入 %n 个新文件</numerusform>
      </translation>
    </message>
    <message>
      <source>Import a whole folder</source>
      <translation>导入整个文件夹</translation>
    </message>
    <message>
      <source>Import a whole folder…</source>
      <translation>导入整个文件夹…</translation>
    </message>
    <message>
      <source>Import all of it</source>
      <translation>全部导入</translation>
    </message>
    <message>
      <source>Import cancelled.</source>
      <translation>导入已取消。</translation>
    </message>
    <message>
      <source>Import files</source>
      <translation>导入文件</translation>
    </message>
    <message>
      <source>Import files…</source>
      <translation>导入文件…</translation>
    </message>
    <message>
      <source>Import the camera's own file, not a copy that a messenger or an editor saved.</source>
      <translation>请导入相机的原始文件，而不是聊天软件或图像软件另存的副本。</translation>
    </message>
    <message>
      <source>Importing</source>
      <translation>正在导入</translation>
    </message>
    <message>
      <source>Importing from {name}</source>
      <translation>正在从 {name} 导入</translation>
    </message>
    <message>
      <source>Importing papers</source>
      <translation>正在导入单证</translation>
    </message>
    <message>
      <source>Importing replies</source>
      <translation>正在导入答复材料</translation>
    </message>
    <message>
      <source>In percent</source>
      <translation>按百分比填写</translation>
    </message>
    <message>
      <source>In the list</source>
      <translation>列表中的位置</translation>
    </message>
    <message>
      <source>In these places, with commas between</source>
      <translation>负责地区，用逗号分隔</translation>
    </message>
    <message>
      <source>In work</source>
      <translation>处理中</translation>
    </message>
    <message>
      <source>Injured</source>
      <translation>伤者</translation>
    </message>
    <message>
      <source>Injured ({count})</source>
      <translation>伤者（{count}）</translation>
    </message>
    <message>
      <source>Injured people</source>
      <translation>人伤</translation>
    </message>
    <message>
      <source>Injuries</source>
      <translation>人伤</translation>
    </message>
    <message>
      <source>Install Surveyor again.</source>
      <translation>请重新安装 Surveyor。</translation>
    </message>
    <message>
      <source>Install Surveyor again; your cases stay as they are.</source>
      <translation>请重新安装 Surveyor；案件保持不变。</translation>
    </message>
    <message>
      <source>Install the card's own software and name its PKCS#11 module; Surveyor needs its extra “token” for that.</source>
      <translation>请安装该卡自带的软件并指定其 PKCS#11 模块；Surveyor 需要附加组件“token”。</translation>
    </message>
    <message>
      <source>Insured</source>
      <translation>被保险人</translation>
    </message>
    <message>
      <source>Internal: not to be handed to a party.</source>
      <translation>内部件：不得交给当事人。</translation>
    </message>
    <message>
      <source>Internal: office copy only</source>
      <translation>内部：仅供公司留存联</translation>
    </message>
    <message>
      <source>Internal: opinion, prompts, estimates and full personal data; not for a party</source>
      <translation>内部件：含查勘意见、风险提示、估损和未遮盖的个人信息，不得交给当事人</translation>
    </message>
    <message>
      <source>Internal: questions to you and the office, no verdicts. No copy for a party shows them.</source>
      <translation>内部使用：是对您和公司的提问，不是结论。当事人的任何副本都不显示。</translation>
    </message>
    <message>
      <source>Is it needed?</source>
      <translation>是否需要？</translation>
    </message>
    <message>
      <source>Issue</source>
      <translation>出具</translation>
    </message>
    <message>
      <source>Issue a new revision of the report for what came later.</source>
      <translation>后来的内容请出具报告新版本。</translation>
    </message>
    <message>
      <source>Issue the notice</source>
      <translation>出具告知书</translation>
    </message>
    <message>
      <source>Issued</source>
      <translation>出具时间</translation>
    </message>
    <message>
      <source>Issued at</source>
      <translation>出具时间</translation>
    </message>
    <message>
      <source>Issued by</source>
      <translation>颁发者</translation>
    </message>
    <message>
      <source>It cannot be accepted now:</source>
      <translation>目前不能通过：</translation>
    </message>
    <message>
      <source>It cannot be returned now:</source>
      <translation>目前不能退回：</translation>
    </message>
    <message>
      <source>It goes on by itself when you try again; nothing starts over.</source>
      <translation>再试时会自动接着进行，不会重来。</translation>
    </message>
    <message>
      <source>It has arrived</source>
      <translation>已送达</translation>
    </message>
    <message>
      <source>It has arrived, thank you. We will look at it.</source>
      <translation>已收到，谢谢。我们会尽快查看。</translation>
    </message>
    <message>
      <source>It holds the keys of all your cases. Nobody can read them without your passphrase.</source>
      <translation>它保存您所有案件的密钥。没有口令，任何人都无法读取。</translation>
    </message>
    <message>
      <source>It is being read: the words taken down are not typed over. What is wrong is corrected while reading.</source>
      <translation>正在核对：已记录的内容不再改写，有误之处在核对时更正。</translation>
    </message>
    <message>
      <source>It is being sent again.</source>
      <translation>正在重新发送。</translation>
    </message>
    <message>
      <source>It is being signed: the words taken down are not typed over. A correction has its page signed anew.</source>
      <translation>正在签名：已记录的内容不再改写；更正后该页须重新签名。</translation>
    </message>
    <message>
      <source>It is kept exactly as it was signed, page by page.</source>
      <translation>笔录逐页原样保存，与签名时完全一致。</translation>
    </message>
    <message>
      <source>It is no longer where it was expected.</source>
      <translation>它已不在原来的位置。</translation>
    </message>
    <message>
      <source>It is not a draft any more: the words taken down are not typed over.</source>
      <translation>已不是草稿：已记录的内容不再改写。</translation>
    </message>
    <message>
      <source>It is not there now: {path}</source>
      <translation>目前不在此处：{path}</translation>
    </message>
    <message>
      <source>It is stored in the case while it is made: a crash costs a second at most.</source>
      <translation>边录边存入案卷：即使程序崩溃，也至多丢失一秒。</translation>
    </message>
    <message>
      <source>It may be done by: {roles}. An administrator says who holds which role.</source>
      <translation>可由以下岗位办理：{roles}。岗位由管理员设置。</translation>
    </message>
    <message>
      <source>It may be too old, or was replaced by a newer one. Please ask us for a new link; your claim and your papers are safe.</source>
      <translation>链接可能已过期，或已换成新的。请向我们索取新链接；您的案件和资料都安全保存着。</translation>
    </message>
    <message>
      <source>It opens the cases of this profile when the passphrase is forgotten or the laptop is lost. Keep this sheet away from the laptop.</source>
      <translation>忘记口令或电脑丢失时，用它打开此档案的案件。请勿与电脑放在一起。</translation>
    </message>
    <message>
      <source>It stays as it is.</source>
      <translation>文件保持原样。</translation>
    </message>
    <message>
      <source>It was not changed.</source>
      <translation>未作任何更改。</translation>
    </message>
    <message>
      <source>It was not overwritten.</source>
      <translation>未被覆盖。</translation>
    </message>
    <message>
      <source>It will name everything that is missing now, at once:</source>
      <translation>将一次性告知目前所缺的全部资料：</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Its open tasks are taken back, and nobody is waited for any more. Nothing that is there is lost, and the claim can be reopened.</source>
      <translation>未完成的任务将被撤回，不再等待任何人。已有资料一概保留，案件可以重开。</translation>
    </message>
    <message>
      <source>Its record and its hash are here.</source>
      <translation>它的记录和哈希都在。</translation>
    </message>
    <message>
      <source>Join</source>
      <translation>并案</translation>
    </message>
    <message>
      <source>Join a case that was opened on the spot</source>
      <translation>并入现场建立的案卷</translation>
    </message>
    <message>
      <source>Journal</source>
      <translation>日志</translation>
    </message>
    <message>
      <source>Journal up to entry</source>
      <translation>日志截至条目</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Keep no second copy</source>
      <translation>不保留第二副本</translation>
    </message>
    <message>
      <source>Keep the filter {name} no more</source>
      <translation>删除筛选“{name}”</translation>
    </message>
    <message>
      <source>Keep the reasons</source>
      <translation>保存原因</translation>
    </message>
    <message>
      <source>Keep the signature</source>
      <translation>保存签名</translation>
    </message>
    <message>
      <source>Keep these names</source>
      <translation>保存姓名</translation>
    </message>
    <message>
      <source>Keep this calculation</source>
      <translation>保留本次理算</translation>
    </message>
    <message>
      <source>Keep this filter as</source>
      <translation>将此筛选保存为</translation>
    </message>
    <message>
      <source>Keep this page open until everything has arrived.</source>
      <translation>全部传完之前请不要关闭本页。</translation>
    </message>
    <message>
      <source>Kept filters</source>
      <translation>已保存的筛选</translation>
    </message>
    <message>
      <source>Kept until</source>
      <translation>保存至</translation>
    </message>
    <message>
      <source>Kept versions</source>
      <translation>历史版本</translation>
    </message>
    <message>
      <source>Kept, but not shown</source>
      <translation>已保留，但未显示</translation>
    </message>
    <message>
      <source>Kept.</source>
      <translation>已保存。</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>私钥</translation>
    </message>
    <message>
      <source>Keys beside a copy of a case</source>
      <translation>案件副本旁的密钥</translation>
    </message>
    <message>
      <source>Kind of copy</source>
      <translation>副本种类</translation>
    </message>
    <message>
      <source>Kind of receipt</source>
      <translation>回执种类</translation>
    </message>
    <message>
      <source>Kinds of losses</source>
      <translation>损失类别</translation>
    </message>
    <message>
      <source>Known by an answer, a read mark or a receipt of the post</source>
      <translation>以回复、已读标记或邮政回执为准</translation>
    </message>
    <message>
      <source>Labour</source>
      <translation>工时费</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Language of the notice</source>
      <translation>告知书语言</translation>
    </message>
    <message>
      <source>Language of the person</source>
      <translation>本人语言</translation>
    </message>
    <message>
      <source>Language of the report</source>
      <translation>报告语言</translation>
    </message>
    <message>
      <source>Laptops</source>
      <translation>电脑</translation>
    </message>
    <message>
      <source>Larger (+, or the wheel)</source>
      <translation>放大(+ 或滚轮)</translation>
    </message>
    <message>
      <source>Larger (Ctrl++)</source>
      <translation>放大（Ctrl++）</translation>
    </message>
    <message>
      <source>Larger touch targets, for gloves</source>
      <translation>放大触控目标（戴手套时用）</translation>
    </message>
    <message>
      <source>Last changed by</source>
      <translation>最近修改</translation>
    </message>
    <message>
      <source>Last signature</source>
      <translation>最后签名时间</translation>
    </message>
    <message>
      <source>Later, show it again next time</source>
      <translation>稍后，下次再显示</translation>
    </message>
    <message>
      <source>Lay the pages out again and have those signed that changed.</source>
      <translation>请重新排版，并对有变化的页面重新签名。</translation>
    </message>
    <message numerus="yes">
      <source>Layer with %n shape(s)</source>
      <translation>
        <numerusform>标注层含 %n 个图形</numerusform>
      </translation>
    </message>
    <message>
      <source>Leads there until</source>
      <translation>有效期至</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>离开</translation>
    </message>
    <message>
      <source>Leave with gaps</source>
      <translation>带缺项离场</translation>
    </message>
    <message>
      <source>Leave with gaps…</source>
      <translation>带缺项离场…</translation>
    </message>
    <message>
      <source>Leaving noted: {time}</source>
      <translation>已记录离场时间：{time}</translation>
    </message>
    <message>
      <source>Left at {time}; the time of arrival is missing</source>
      <translation>{time} 已离场；缺少到场时间</translation>
    </message>
    <message>
      <source>Left of it</source>
      <translation>损余物</translation>
    </message>
    <message>
      <source>Left out by the surveyor</source>
      <translation>查勘员取消此清单</translation>
    </message>
    <message>
      <source>Lens</source>
      <translation>镜头</translation>
    </message>
    <message>
      <source>Letters to you</source>
      <translation>给您的通知</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>音量电平</translation>
    </message>
    <message>
      <source>Level: {level}</source>
      <translation>高度层：{level}</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Light, dark or sunlight</source>
      <translation>浅色、深色或阳光模式</translation>
    </message>
    <message>
      <source>Limit or sum</source>
      <translation>限额或保额</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Line before, same field</source>
      <translation>上一行，同一栏</translation>
    </message>
    <message>
      <source>Line: {name}</source>
      <translation>线宽: {name}</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>关联</translation>
    </message>
    <message numerus="yes">
      <source>Link %n</source>
      <translation>
        <numerusform>关联 %n 份</numerusform>
      </translation>
    </message>
    <message>
      <source>Link the next scan</source>
      <translation>关联下一份扫描件</translation>
    </message>
    <message>
      <source>Link to: {paper}</source>
      <translation>关联到：{paper}</translation>
    </message>
    <message>
      <source>Links to the customer's own page</source>
      <translation>客户页链接</translation>
    </message>
    <message>
      <source>List of people: {injured} injured, {dead} dead</source>
      <translation>人员名单：伤 {injured} 人，亡 {dead} 人</translation>
    </message>
    <message>
      <source>Live picture</source>
      <translation>实时画面</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>锁定</translation>
    </message>
    <message>
      <source>Lock it out</source>
      <translation>停用此电脑</translation>
    </message>
    <message>
      <source>Lock now</source>
      <translation>立即锁定</translation>
    </message>
    <message>
      <source>Lock when nobody was there for</source>
      <translation>无人操作多久后锁定</translation>
    </message>
    <message>
      <source>Lock when the lid was closed</source>
      <translation>合盖后锁定</translation>
    </message>
    <message>
      <source>Longer side {px} px at most, {kb} kB at most, {layer}. The originals stay as they are.</source>
      <translation>长边不超过 {px} 像素，不超过 {kb} kB，{layer}。原件保持不变。</translation>
    </message>
    <message>
      <source>Longitude</source>
      <translation>经度</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>外观</translation>
    </message>
    <message>
      <source>Look at it first</source>
      <translation>先预览</translation>
    </message>
    <message>
      <source>Look through them one by one</source>
      <translation>逐张查看</translation>
    </message>
    <message>
      <source>Looking at the file…</source>
      <translation>正在查看文件…</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>Loudness</source>
      <translation>音量</translation>
    </message>
    <message>
      <source>MM</source>
      <translation>月</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>生成</translation>
    </message>
    <message>
      <source>Made by a newer version</source>
      <translation>由较新版本写入</translation>
    </message>
    <message>
      <source>Make a complaint</source>
      <translation>我要投诉</translation>
    </message>
    <message>
      <source>Make a link</source>
      <translation>生成链接</translation>
    </message>
    <message>
      <source>Make a new recovery code…</source>
      <translation>生成新的恢复码…</translation>
    </message>
    <message>
      <source>Make the account</source>
      <translation>建立账号</translation>
    </message>
    <message>
      <source>Making previews</source>
      <translation>正在生成预览图</translation>
    </message>
    <message>
      <source>Map sheet</source>
      <translation>离线地图</translation>
    </message>
    <message>
      <source>Map sheets of this laptop</source>
      <translation>本机的离线地图</translation>
    </message>
    <message>
      <source>Map sheets of this laptop…</source>
      <translation>本机的离线地图…</translation>
    </message>
    <message>
      <source>Map: {attribution}</source>
      <translation>地图：{attribution}</translation>
    </message>
    <message>
      <source>Measured length</source>
      <translation>测量长度</translation>
    </message>
    <message>
      <source>Measured length, such as 1.25 m</source>
      <translation>测量长度，例如 1.25 m</translation>
    </message>
    <message>
      <source>Median</source>
      <translation>中位数</translation>
    </message>
    <message>
      <source>Medical</source>
      <translation>医疗费用</translation>
    </message>
    <message>
      <source>Mend</source>
      <translation>更正</translation>
    </message>
    <message>
      <source>Mend the file and check it again with “surveyor rules check”.</source>
      <translation>请修改文件，并用“surveyor rules check”再次检查。</translation>
    </message>
    <message>
      <source>Mend the file, or delete it to begin anew.</source>
      <translation>请修正该文件，或删除后重新设置。</translation>
    </message>
    <message>
      <source>Mend…</source>
      <translation>更正…</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>合并</translation>
    </message>
    <message>
      <source>Merge two people</source>
      <translation>合并两条人员记录</translation>
    </message>
    <message>
      <source>Merge…</source>
      <translation>合并…</translation>
    </message>
    <message>
      <source>Metadata</source>
      <translation>元数据</translation>
    </message>
    <message>
      <source>Microphone</source>
      <translation>麦克风</translation>
    </message>
    <message>
      <source>Missing</source>
      <translation>缺项</translation>
    </message>
    <message>
      <source>Monday</source>
      <translation>星期一</translation>
    </message>
    <message>
      <source>Move earlier</source>
      <translation>前移</translation>
    </message>
    <message>
      <source>Move later</source>
      <translation>后移</translation>
    </message>
    <message>
      <source>Move question down</source>
      <translation>问题下移</translation>
    </message>
    <message>
      <source>Move question up</source>
      <translation>问题上移</translation>
    </message>
    <message>
      <source>Must ({count})</source>
      <translation>必须（{count}）</translation>
    </message>
    <message>
      <source>Must be there, is not, and nobody said why</source>
      <translation>必备事项缺少且未说明原因</translation>
    </message>
    <message>
      <source>My own</source>
      <translation>用本人的</translation>
    </message>
    <message>
      <source>My work</source>
      <translation>我的工作</translation>
    </message>
    <message>
      <source>N/A…</source>
      <translation>不适用…</translation>
    </message>
    <message>
      <source>NOT copied</source>
      <translation>未能复制！</translation>
    </message>
    <message>
      <source>NOT saved</source>
      <translation>未保存！</translation>
    </message>
    <message>
      <source>NOT the same as kept.</source>
      <translation>与保存的不一致。</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Name as it stands in reports</source>
      <translation>报告中的姓名</translation>
    </message>
    <message>
      <source>Name of the insurer</source>
      <translation>保险人名称</translation>
    </message>
    <message>
      <source>Name the one to sign with.</source>
      <translation>请指定用于签名的那一张。</translation>
    </message>
    <message>
      <source>Nearer</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>从不</translation>
    </message>
    <message>
      <source>New account, new code or new password</source>
      <translation>新账号、新注册码或新密码</translation>
    </message>
    <message>
      <source>New case</source>
      <translation>新建案件</translation>
    </message>
    <message>
      <source>New claim</source>
      <translation>新报案</translation>
    </message>
    <message>
      <source>New cover</source>
      <translation>新增险种</translation>
    </message>
    <message>
      <source>New damage</source>
      <translation>新增损失</translation>
    </message>
    <message>
      <source>New enquiry</source>
      <translation>新建调查</translation>
    </message>
    <message>
      <source>New fee</source>
      <translation>新增费用</translation>
    </message>
    <message>
      <source>New injured person</source>
      <translation>新增伤者</translation>
    </message>
    <message>
      <source>New item</source>
      <translation>新增财产</translation>
    </message>
    <message>
      <source>New line</source>
      <translation>新增一项</translation>
    </message>
    <message>
      <source>New passphrase, at least {count} characters</source>
      <translation>新口令，至少 {count} 个字符</translation>
    </message>
    <message>
      <source>New person</source>
      <translation>新增人员</translation>
    </message>
    <message>
      <source>New person…</source>
      <translation>新增人员…</translation>
    </message>
    <message>
      <source>New policy</source>
      <translation>新增保单</translation>
    </message>
    <message>
      <source>New price {price}, sum insured {insured}</source>
      <translation>新车购置价 {price}，保险金额 {insured}</translation>
    </message>
    <message>
      <source>New remark or supplement request</source>
      <translation>新的意见或补充要求</translation>
    </message>
    <message>
      <source>New rescue cost</source>
      <translation>新增施救费</translation>
    </message>
    <message>
      <source>New road facility</source>
      <translation>新增道路设施</translation>
    </message>
    <message>
      <source>New salvage</source>
      <translation>新增损余</translation>
    </message>
    <message>
      <source>New share</source>
      <translation>新增责任</translation>
    </message>
    <message>
      <source>New statement</source>
      <translation>新建笔录</translation>
    </message>
    <message>
      <source>New vehicle</source>
      <translation>新增车辆</translation>
    </message>
    <message>
      <source>New visit</source>
      <translation>新增跟踪</translation>
    </message>
    <message>
      <source>New witness record</source>
      <translation>新增证人记录</translation>
    </message>
    <message>
      <source>New-energy plates have the letter (D, F …) first and 4 digits last, or 5 digits and it</source>
      <translation>新能源号牌序号首位为字母（D、F 等）且后四位为数字，或为 5 位数字加该字母</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Next line, same field</source>
      <translation>下一行，同一栏</translation>
    </message>
    <message>
      <source>Next missing shot does not apply…</source>
      <translation>下一项未拍照片不适用…</translation>
    </message>
    <message>
      <source>Next open</source>
      <translation>下一未填项</translation>
    </message>
    <message>
      <source>Next open check</source>
      <translation>下一未填查验事项</translation>
    </message>
    <message>
      <source>Next photo (right)</source>
      <translation>下一张 (→)</translation>
    </message>
    <message>
      <source>Next question</source>
      <translation>下一问题</translation>
    </message>
    <message>
      <source>Next tab</source>
      <translation>下一标签页</translation>
    </message>
    <message numerus="yes">
      <source>Next try in %n second(s); it goes on by itself.</source>
      <translation>
        <numerusform>%n 秒后重试；会自动继续。</numerusform>
      </translation>
    </message>
    <message>
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <source>No authority is trusted: what is checked can be complete in itself, but nobody vouches for it.</source>
      <translation>未指定信任的签发机构：材料自身可以完整，但没有人为其作证。</translation>
    </message>
    <message>
      <source>No calculation is kept in this case.</source>
      <translation>本案没有保存的理算书。</translation>
    </message>
    <message>
      <source>No camera found</source>
      <translation>未找到摄像头</translation>
    </message>
    <message>
      <source>No camera found. Plug one in, then start again.</source>
      <translation>未找到摄像头。请接好后重新开始。</translation>
    </message>
    <message>
      <source>No camera wrote time or make: {value}</source>
      <translation>没有拍摄时间和相机信息：{value}</translation>
    </message>
    <message>
      <source>No camera's clock was measured yet. Photograph the clock page with each camera and import the photos.</source>
      <translation>尚未测量任何相机的时钟。请用每台相机拍摄时钟页，然后导入照片。</translation>
    </message>
    <message>
      <source>No case here yet</source>
      <translation>还没有案件</translation>
    </message>
    <message>
      <source>No claims.</source>
      <translation>没有案件。</translation>
    </message>
    <message>
      <source>No clock page was found in {name}.</source>
      <translation>在 {name} 中没有找到时钟页。</translation>
    </message>
    <message>
      <source>No consent: nothing is recorded.</source>
      <translation>未获同意：不录制。</translation>
    </message>
    <message>
      <source>No copy wanted</source>
      <translation>不需要副本</translation>
    </message>
    <message>
      <source>No cover here yet</source>
      <translation>尚无险种</translation>
    </message>
    <message>
      <source>No cover named</source>
      <translation>未指定险种</translation>
    </message>
    <message>
      <source>No fee here yet</source>
      <translation>还没有费用</translation>
    </message>
    <message>
      <source>No fingerprint then: the signature alone is enough.</source>
      <translation>不采集指纹：仅签名即可。</translation>
    </message>
    <message>
      <source>No longer valid</source>
      <translation>已过期</translation>
    </message>
    <message>
      <source>No losses here yet</source>
      <translation>还没有损失</translation>
    </message>
    <message>
      <source>No microphone found</source>
      <translation>未找到麦克风</translation>
    </message>
    <message>
      <source>No microphone found. Plug one in, then start again.</source>
      <translation>未找到麦克风。请接好后重新开始。</translation>
    </message>
    <message>
      <source>No microphone found: a video will have no sound.</source>
      <translation>未找到麦克风：录像将没有声音。</translation>
    </message>
    <message>
      <source>No network, or the centre does not answer.</source>
      <translation>没有网络，或中心没有应答。</translation>
    </message>
    <message>
      <source>No notice was issued yet</source>
      <translation>尚未出具告知书</translation>
    </message>
    <message>
      <source>No part of the list fits</source>
      <translation>部件表中没有相符的部件</translation>
    </message>
    <message>
      <source>No photo here yet</source>
      <translation>还没有照片</translation>
    </message>
    <message>
      <source>No photo or file was chosen. Please take a photo or choose one, then send it.</source>
      <translation>还没有选择照片或文件。请先拍照或选择文件，再发送。</translation>
    </message>
    <message>
      <source>No policy here yet</source>
      <translation>尚无保单</translation>
    </message>
    <message>
      <source>No position can be read from this. A short link holds none: open it and copy the long one.</source>
      <translation>读不出坐标。短链接不含坐标：请打开后复制完整链接。</translation>
    </message>
    <message>
      <source>No preview: {reason}</source>
      <translation>无预览：{reason}</translation>
    </message>
    <message>
      <source>No property here yet</source>
      <translation>还没有财产项</translation>
    </message>
    <message>
      <source>No receipt yet. The centre signs one when it has every original and has read it again.</source>
      <translation>还没有回执。中心收齐并重新读取每份原件后才会签发。</translation>
    </message>
    <message>
      <source>No rescue cost here yet</source>
      <translation>还没有施救费</translation>
    </message>
    <message>
      <source>No rule pack applies: {what}, clauses {form}, accident {at}.</source>
      <translation>没有适用的规则包：{what}，条款 {form}，出险 {at}。</translation>
    </message>
    <message>
      <source>No salvage here yet</source>
      <translation>还没有损余</translation>
    </message>
    <message>
      <source>No seal or signature</source>
      <translation>无印章或签名</translation>
    </message>
    <message>
      <source>No smart card or token called {token} is put in.</source>
      <translation>未插入名为 {token} 的智能卡或令牌。</translation>
    </message>
    <message>
      <source>No statement here yet</source>
      <translation>还没有笔录</translation>
    </message>
    <message>
      <source>No task was given out yet.</source>
      <translation>尚未派工。</translation>
    </message>
    <message>
      <source>No vehicle here yet</source>
      <translation>还没有车辆</translation>
    </message>
    <message>
      <source>No vehicle named</source>
      <translation>未指定车辆</translation>
    </message>
    <message>
      <source>No visit here yet</source>
      <translation>还没有跟踪记录</translation>
    </message>
    <message>
      <source>No witness here yet</source>
      <translation>尚无证人记录</translation>
    </message>
    <message>
      <source>No witness was present</source>
      <translation>在场无见证人</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>序号</translation>
    </message>
    <message>
      <source>No. {number}</source>
      <translation>第 {number} 号</translation>
    </message>
    <message>
      <source>Nobody has a share yet</source>
      <translation>尚未记录责任</translation>
    </message>
    <message>
      <source>Nobody has remarked on anything yet. Remarks are written beside the record they are about: a photo, a loss, a statement, a task.</source>
      <translation>尚无意见。意见写在所涉记录旁：照片、损失、笔录、任务均可。</translation>
    </message>
    <message>
      <source>Nobody here yet</source>
      <translation>还没有人员</translation>
    </message>
    <message>
      <source>Nobody injured here yet</source>
      <translation>还没有伤者</translation>
    </message>
    <message>
      <source>Nobody is listened to any more. Close this and begin anew.</source>
      <translation>已不再接收。请关闭本窗口，重新开始。</translation>
    </message>
    <message>
      <source>Nobody saw anything yet.</source>
      <translation>尚无查阅记录。</translation>
    </message>
    <message>
      <source>Nobody was asked yet</source>
      <translation>尚未进行外部调查</translation>
    </message>
    <message>
      <source>None is kept: what is lost with this laptop before it was delivered is lost.</source>
      <translation>没有保留：送达之前若丢失本机，内容即丢失。</translation>
    </message>
    <message>
      <source>None of them</source>
      <translation>均无</translation>
    </message>
    <message>
      <source>None yet: enrol this laptop, or use a certificate file.</source>
      <translation>暂无：请注册本机，或使用证书文件。</translation>
    </message>
    <message>
      <source>Not accessible at the scene</source>
      <translation>现场无法拍到</translation>
    </message>
    <message>
      <source>Not allowed</source>
      <translation>未获允许</translation>
    </message>
    <message>
      <source>Not answered yet.</source>
      <translation>尚未答复。</translation>
    </message>
    <message>
      <source>Not applicable: {reason}</source>
      <translation>不适用：{reason}</translation>
    </message>
    <message>
      <source>Not applicable…</source>
      <translation>不适用…</translation>
    </message>
    <message>
      <source>Not asked in this case any more</source>
      <translation>本案已不要求此项</translation>
    </message>
    <message>
      <source>Not assigned</source>
      <translation>未派工</translation>
    </message>
    <message>
      <source>Not at the scene yet</source>
      <translation>尚未到场</translation>
    </message>
    <message>
      <source>Not claimed</source>
      <translation>未主张</translation>
    </message>
    <message>
      <source>Not delivered yet</source>
      <translation>尚未送达</translation>
    </message>
    <message>
      <source>Not here, or not whole</source>
      <translation>缺失或不完整</translation>
    </message>
    <message>
      <source>Not named</source>
      <translation>未指定</translation>
    </message>
    <message>
      <source>Not needed here</source>
      <translation>本案不需要</translation>
    </message>
    <message>
      <source>Not on the list, for it cannot be read: {names}. All others are here. Keep it: some of it may still be read.</source>
      <translation>无法读取，未列入：{names}。其他案件都已列入。请保留该文件：其中一部分也许仍能读出。</translation>
    </message>
    <message>
      <source>Not on this laptop: this is what the centre shows of it</source>
      <translation>不在本机：此为中心所示的预览</translation>
    </message>
    <message>
      <source>Not possible in {count} claims</source>
      <translation>{count} 个案件无法处理</translation>
    </message>
    <message>
      <source>Not readable</source>
      <translation>不清晰</translation>
    </message>
    <message>
      <source>Not recording</source>
      <translation>未录制</translation>
    </message>
    <message>
      <source>Not safe to format</source>
      <translation>还不能格式化</translation>
    </message>
    <message>
      <source>Not sent. The laptop listens no more, or the network was cut.</source>
      <translation>没有传成：电脑已停止接收，或网络中断。</translation>
    </message>
    <message>
      <source>Not there on this vehicle</source>
      <translation>此车没有</translation>
    </message>
    <message>
      <source>Not to be asked of the customer: {reason}</source>
      <translation>不得向客户索取：{reason}</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>未使用</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Note by how much its clock is off.</source>
      <translation>请注明其时钟偏差。</translation>
    </message>
    <message>
      <source>Note it</source>
      <translation>登记</translation>
    </message>
    <message>
      <source>Note the refusal</source>
      <translation>记录拒签</translation>
    </message>
    <message>
      <source>Note where a witness stood and what could be seen from there, before the witness leaves.</source>
      <translation>趁证人离开之前，记下其所在位置和从那里能看到的情况。</translation>
    </message>
    <message>
      <source>Note who bears how much, and what that rests on: certificate, agreement, judgment, or your opinion.</source>
      <translation>记录各方责任比例及依据：事故认定书、协议、判决，或您的意见。</translation>
    </message>
    <message>
      <source>Noted as handed over. Print this page now; its link is shown only here.</source>
      <translation>已记为当面交付。请现在打印本页；链接只在此显示。</translation>
    </message>
    <message>
      <source>Nothing changed since.</source>
      <translation>此后没有变更。</translation>
    </message>
    <message numerus="yes">
      <source>Nothing found. %n case(s) are not shown.</source>
      <translation>
        <numerusform>没有找到。有 %n 个案件未显示。</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing has arrived from the scene yet.</source>
      <translation>现场资料尚未送达。</translation>
    </message>
    <message>
      <source>Nothing here fits the filter.</source>
      <translation>没有符合筛选条件的内容。</translation>
    </message>
    <message>
      <source>Nothing is assigned to you at the moment.</source>
      <translation>目前没有派给您的案件。</translation>
    </message>
    <message>
      <source>Nothing is calculated with it.</source>
      <translation>不会用它计算。</translation>
    </message>
    <message>
      <source>Nothing is lost.</source>
      <translation>没有任何内容丢失。</translation>
    </message>
    <message>
      <source>Nothing is lost: others took them, or another laptop.</source>
      <translation>没有丢失：它们由他人或另一台设备取得。</translation>
    </message>
    <message>
      <source>Nothing is missing: a notice names papers that were requested, refused or have defects.</source>
      <translation>没有缺少的资料：告知书列明已要求、不合格或有缺陷的单证。</translation>
    </message>
    <message>
      <source>Nothing that must be done is left</source>
      <translation>必须完成的都已完成</translation>
    </message>
    <message numerus="yes">
      <source>Nothing that must be done is left; %n warning(s) want a reason</source>
      <translation>
        <numerusform>必须完成的事项均已完成；%n 项警告须说明原因</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing to settle</source>
      <translation>没有需要处理的事项</translation>
    </message>
    <message>
      <source>Nothing waits for an answer</source>
      <translation>没有待答复的意见</translation>
    </message>
    <message>
      <source>Nothing was asked yet: recording, fingerprint, medical records need the person's own consent.</source>
      <translation>尚未征求同意：录音录像、指纹、病历均须本人单独同意。</translation>
    </message>
    <message>
      <source>Nothing was calculated, nothing changed.</source>
      <translation>没有计算，也没有任何改动。</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>未作任何更改。</translation>
    </message>
    <message>
      <source>Nothing was noted down, and nothing was recorded.</source>
      <translation>没有登记任何内容，也没有录音录像。</translation>
    </message>
    <message>
      <source>Nothing was receipted yet.</source>
      <translation>尚无回执。</translation>
    </message>
    <message>
      <source>Nothing was recorded: the device gave neither picture nor sound.</source>
      <translation>什么也没有录到：设备既无画面也无声音。</translation>
    </message>
    <message>
      <source>Nothing was sealed; signatures on pages that stayed the same are kept.</source>
      <translation>尚未封存；未变化页面的签名保留。</translation>
    </message>
    <message>
      <source>Nothing was sent to it.</source>
      <translation>未向其发送任何内容。</translation>
    </message>
    <message>
      <source>Nothing was sent, and nothing in the claim says that it was.</source>
      <translation>什么都没有发出，案件中也没有已发送的记录。</translation>
    </message>
    <message>
      <source>Nothing was signed or issued; every text is as it was.</source>
      <translation>没有签署也没有出具任何文件；所有文字保持原样。</translation>
    </message>
    <message>
      <source>Nothing was signed yet.</source>
      <translation>尚未签署任何文件。</translation>
    </message>
    <message>
      <source>Nothing was signed, and everything that was typed is kept.</source>
      <translation>未作任何签名，已输入的内容全部保留。</translation>
    </message>
    <message>
      <source>Nothing was signed.</source>
      <translation>没有签署任何内容。</translation>
    </message>
    <message>
      <source>Nothing was stored a second time, and nothing changed.</source>
      <translation>没有重复存入，也没有任何改动。</translation>
    </message>
    <message>
      <source>Notice</source>
      <translation>告知书</translation>
    </message>
    <message>
      <source>Notice: {time}, {mode}</source>
      <translation>已告知：{time}，{mode}</translation>
    </message>
    <message>
      <source>Notices</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Notices ({count})</source>
      <translation>告知书（{count}）</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>现在</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Number of the photo</source>
      <translation>照片序号</translation>
    </message>
    <message>
      <source>Number of the shape</source>
      <translation>图形的编号</translation>
    </message>
    <message>
      <source>Number, address or account</source>
      <translation>号码、地址或账号</translation>
    </message>
    <message>
      <source>Numbers, for example 3, 7-9</source>
      <translation>编号，例如 3, 7-9</translation>
    </message>
    <message numerus="yes">
      <source>Of %n photo(s) there is no picture; the list in the folder says which.</source>
      <translation>
        <numerusform>有 %n 张照片没有图像；文件夹中的清单写明是哪些。</numerusform>
      </translation>
    </message>
    <message>
      <source>Offer the person a copy</source>
      <translation>向本人提供副本</translation>
    </message>
    <message>
      <source>Office copy (internal)</source>
      <translation>内部件（仅供公司）</translation>
    </message>
    <message numerus="yes">
      <source>Office copy of %n page(s), internal</source>
      <translation>
        <numerusform>内部件 %n 页</numerusform>
      </translation>
    </message>
    <message>
      <source>Office copy saved. It is not for a party.</source>
      <translation>内部件已保存，不得交给当事人。</translation>
    </message>
    <message>
      <source>Office desk</source>
      <translation>理赔台</translation>
    </message>
    <message>
      <source>Older, does not count</source>
      <translation>较早，不采用</translation>
    </message>
    <message>
      <source>On a metered network send only entries and previews</source>
      <translation>在按流量计费的网络上只发送记录和预览图</translation>
    </message>
    <message>
      <source>On a smart card; its key stays there</source>
      <translation>在智能卡上；私钥不离卡</translation>
    </message>
    <message>
      <source>On the map…</source>
      <translation>在地图上选…</translation>
    </message>
    <message>
      <source>On this laptop</source>
      <translation>在本机</translation>
    </message>
    <message>
      <source>Once the claim is opened, the papers of this kind of case can be asked for.</source>
      <translation>立案后即可列示本类案件所需资料。</translation>
    </message>
    <message>
      <source>One line a fee, with what the public insurance would recognise of it.</source>
      <translation>每项费用一行，并注明医保认可的金额。</translation>
    </message>
    <message>
      <source>One moment…</source>
      <translation>请稍候…</translation>
    </message>
    <message>
      <source>One photo with each camera is enough · Esc: close</source>
      <translation>每台相机拍一张即可 · Esc:关闭</translation>
    </message>
    <message>
      <source>One picture back</source>
      <translation>上一帧</translation>
    </message>
    <message>
      <source>One picture on</source>
      <translation>下一帧</translation>
    </message>
    <message>
      <source>One reason for all that have none of their own</source>
      <translation>未单独说明的各项，统一原因</translation>
    </message>
    <message>
      <source>One reason for all warnings</source>
      <translation>所有警告的同一原因</translation>
    </message>
    <message>
      <source>One-time notice</source>
      <translation>一次性告知书</translation>
    </message>
    <message>
      <source>One-time notices</source>
      <translation>一次性告知书</translation>
    </message>
    <message>
      <source>One-time notice…</source>
      <translation>一次性告知书…</translation>
    </message>
    <message>
      <source>Only check evidence: a PDF or a bag</source>
      <translation>仅核验证据：PDF 或证据包</translation>
    </message>
    <message>
      <source>Only photos and PDF files can be sent here; “{name}” is neither.</source>
      <translation>这里只能发送照片和 PDF 文件；“{name}”不是。</translation>
    </message>
    <message>
      <source>Only the sound of this video can be played on this computer.</source>
      <translation>本机只能播放该视频的声音。</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open it again and repeat what was not kept.</source>
      <translation>请重新打开，并重做未保存的操作。</translation>
    </message>
    <message>
      <source>Open it and give it its numbers</source>
      <translation>立案并编号</translation>
    </message>
    <message>
      <source>Open that claim</source>
      <translation>打开该案</translation>
    </message>
    <message>
      <source>Open the case</source>
      <translation>打开案件</translation>
    </message>
    <message>
      <source>Open the claim</source>
      <translation>登记报案</translation>
    </message>
    <message>
      <source>Open the folder of cases</source>
      <translation>打开案件文件夹</translation>
    </message>
    <message>
      <source>Open the profile's folder</source>
      <translation>打开档案文件夹</translation>
    </message>
    <message>
      <source>Open when the report was signed ({count})</source>
      <translation>报告签署时未完成（{count}）</translation>
    </message>
    <message>
      <source>Opening the claim</source>
      <translation>立案</translation>
    </message>
    <message>
      <source>Optional</source>
      <translation>可选</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>排序</translation>
    </message>
    <message>
      <source>Original and facts</source>
      <translation>原件与信息</translation>
    </message>
    <message>
      <source>Originals</source>
      <translation>原始文件</translation>
    </message>
    <message>
      <source>Originals go straight from the phone into the encrypted case; nothing leaves the two. Only one phone may send.</source>
      <translation>原始文件从手机直接存入加密的案件，不经过任何别的设备。只接受一部手机。</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Other authority…</source>
      <translation>另选签发机构…</translation>
    </message>
    <message>
      <source>Our answer</source>
      <translation>我们的答复</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>已逾期</translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <source>PIN of {token}</source>
      <translation>{token} 的 PIN</translation>
    </message>
    <message>
      <source>Pad to sign on</source>
      <translation>签名板</translation>
    </message>
    <message>
      <source>Page {page} of {pages} (PgUp, PgDn)</source>
      <translation>第 {page} 页，共 {pages} 页（PgUp、PgDn）</translation>
    </message>
    <message>
      <source>Pages are missing</source>
      <translation>缺页</translation>
    </message>
    <message>
      <source>Pages of the list</source>
      <translation>列表翻页</translation>
    </message>
    <message>
      <source>Pages of the report</source>
      <translation>报告页面</translation>
    </message>
    <message>
      <source>Pages of the statement</source>
      <translation>笔录页面</translation>
    </message>
    <message>
      <source>Pages or pictures</source>
      <translation>页(张)数</translation>
    </message>
    <message>
      <source>Pages · signatures · corrections</source>
      <translation>页数 · 签名 · 更正</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>喷漆费</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>单证</translation>
    </message>
    <message>
      <source>Paper: not acceptable…</source>
      <translation>单证：不合格…</translation>
    </message>
    <message>
      <source>Paper: not applicable…</source>
      <translation>单证：不适用…</translation>
    </message>
    <message>
      <source>Paper: not requested</source>
      <translation>单证：未要求</translation>
    </message>
    <message>
      <source>Paper: received</source>
      <translation>单证：已收</translation>
    </message>
    <message>
      <source>Paper: requested</source>
      <translation>单证：已要求</translation>
    </message>
    <message>
      <source>Papers</source>
      <translation>单证</translation>
    </message>
    <message>
      <source>Papers of the case</source>
      <translation>案件单证</translation>
    </message>
    <message>
      <source>Papers of this case</source>
      <translation>本案单证</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>部件</translation>
    </message>
    <message>
      <source>Part in {zone}</source>
      <translation>{zone}的部件</translation>
    </message>
    <message>
      <source>Part of {path} is damaged or was cut off.</source>
      <translation>{path} 部分损坏或被截断。</translation>
    </message>
    <message>
      <source>Partial receipt: entries and previews</source>
      <translation>部分回执：记录与预览</translation>
    </message>
    <message>
      <source>Parts</source>
      <translation>配件费</translation>
    </message>
    <message>
      <source>Parts that fit</source>
      <translation>相符的部件</translation>
    </message>
    <message>
      <source>Party</source>
      <translation>损失方</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Passphrase and recovery code</source>
      <translation>口令与恢复码</translation>
    </message>
    <message>
      <source>Passphrase of the certificate file</source>
      <translation>证书文件的口令</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>密码</translation>
    </message>
    <message>
      <source>Password (office accounts)</source>
      <translation>密码（内勤账号）</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Paste coordinates or the link of a map</source>
      <translation>粘贴坐标或地图链接</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Paused: nothing is recorded</source>
      <translation>已暂停：未在录制</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>People ({count})</source>
      <translation>人员（{count}）</translation>
    </message>
    <message>
      <source>People and laptops</source>
      <translation>人员与电脑</translation>
    </message>
    <message>
      <source>People and vehicles</source>
      <translation>人员与车辆</translation>
    </message>
    <message>
      <source>People present</source>
      <translation>在场人员</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>手机</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>照片</translation>
    </message>
    <message>
      <source>Photo checks</source>
      <translation>照片检查</translation>
    </message>
    <message>
      <source>Photo stored</source>
      <translation>照片已保存</translation>
    </message>
    <message>
      <source>Photo {number}</source>
      <translation>照片 {number}</translation>
    </message>
    <message>
      <source>Photograph it</source>
      <translation>拍照</translation>
    </message>
    <message>
      <source>Photograph the clock page again, sharp and so that the code fills at least a fifth of the picture.</source>
      <translation>请重新拍摄时钟页：画面清晰，二维码至少占画面的五分之一。</translation>
    </message>
    <message>
      <source>Photos</source>
      <translation>照片</translation>
    </message>
    <message>
      <source>Photos a page</source>
      <translation>每页照片数</translation>
    </message>
    <message>
      <source>Photos and papers of the case</source>
      <translation>本案照片与单证</translation>
    </message>
    <message>
      <source>Photos from a phone</source>
      <translation>用手机传照片</translation>
    </message>
    <message>
      <source>Photos of the case</source>
      <translation>本案照片</translation>
    </message>
    <message>
      <source>Photos to the case</source>
      <translation>传照片到案件</translation>
    </message>
    <message>
      <source>Photos without a shot</source>
      <translation>未归类照片</translation>
    </message>
    <message>
      <source>Pick on the map</source>
      <translation>在地图上选取</translation>
    </message>
    <message>
      <source>Picture of the fingerprint</source>
      <translation>指纹图像</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>地点</translation>
    </message>
    <message>
      <source>Plate</source>
      <translation>号牌</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>播放</translation>
    </message>
    <message>
      <source>Play the recording from {time}</source>
      <translation>从 {time} 播放录音录像</translation>
    </message>
    <message>
      <source>Please call me</source>
      <translation>请给我回电</translation>
    </message>
    <message>
      <source>Please call the office and read them this message.</source>
      <translation>请致电内勤并读出此信息。</translation>
    </message>
    <message>
      <source>Please check page {page} and sign it.</source>
      <translation>请核对第 {page} 页并签名。</translation>
    </message>
    <message>
      <source>Please choose the file on your stick or disk.</source>
      <translation>请选择 U 盘或硬盘上的文件。</translation>
    </message>
    <message>
      <source>Please drop one thing at a time, or a PDF together with its bag or case.</source>
      <translation>请一次拖入一项，或将 PDF 与其证据包或案件文件一起拖入。</translation>
    </message>
    <message>
      <source>Please enter a date, for example {example}</source>
      <translation>请输入日期，例如 {example}</translation>
    </message>
    <message>
      <source>Please enter a number from {least} to {most}</source>
      <translation>请输入 {least} 至 {most} 之间的数</translation>
    </message>
    <message>
      <source>Please enter a number with at most {places} decimal places</source>
      <translation>请输入最多 {places} 位小数的数字</translation>
    </message>
    <message>
      <source>Please enter a user name.</source>
      <translation>请输入用户名。</translation>
    </message>
    <message>
      <source>Please enter a whole number</source>
      <translation>请输入整数</translation>
    </message>
    <message>
      <source>Please enter date and time, or a time of today, for example {example}</source>
      <translation>请输入日期和时间，或今天的时间，例如 {example}</translation>
    </message>
    <message>
      <source>Please enter photo numbers, for example 3, 7-9</source>
      <translation>请输入照片编号，例如 3, 7-9</translation>
    </message>
    <message>
      <source>Please enter the address and the code.</source>
      <translation>请输入地址和注册码。</translation>
    </message>
    <message>
      <source>Please enter your name.</source>
      <translation>请输入您的姓名。</translation>
    </message>
    <message>
      <source>Please explain</source>
      <translation>请说明</translation>
    </message>
    <message>
      <source>Please initial this correction.</source>
      <translation>请在此处更正上签名。</translation>
    </message>
    <message>
      <source>Please sign that you have taken note of the notice.</source>
      <translation>请签名确认您已知悉告知内容。</translation>
    </message>
    <message>
      <source>Please sign.</source>
      <translation>请签名。</translation>
    </message>
    <message>
      <source>Please try again.</source>
      <translation>请重试。</translation>
    </message>
    <message>
      <source>Please write this sentence in your own hand:</source>
      <translation>请亲笔抄写以下内容：</translation>
    </message>
    <message>
      <source>Plug one in; it is found by itself. Files of other devices come in by Import.</source>
      <translation>请插上设备，程序会自动识别。其他设备的文件请用“导入”。</translation>
    </message>
    <message>
      <source>Police, hospital, camera owners: note whom you ask for what, until when, and what came back.</source>
      <translation>公安、医院、监控单位：登记向谁调取什么、何时到期、取得了什么。</translation>
    </message>
    <message>
      <source>Policies ({count})</source>
      <translation>保单 ({count})</translation>
    </message>
    <message>
      <source>Policy</source>
      <translation>保单</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>Preparing the preview</source>
      <translation>正在生成预览</translation>
    </message>
    <message>
      <source>Preparing…</source>
      <translation>正在生成…</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <source>Previous photo (left)</source>
      <translation>上一张 (←)</translation>
    </message>
    <message>
      <source>Print and copies…</source>
      <translation>打印与副本…</translation>
    </message>
    <message>
      <source>Print it with 'surveyor profile code', or unlock the profile in the window, which shows it.</source>
      <translation>请用 surveyor profile code 输出，或在窗口中解锁档案，窗口会再次显示。</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>档案</translation>
    </message>
    <message>
      <source>Proof</source>
      <translation>证据校验</translation>
    </message>
    <message>
      <source>Proof of delivery</source>
      <translation>送达回证</translation>
    </message>
    <message>
      <source>Property</source>
      <translation>财产</translation>
    </message>
    <message>
      <source>Property item</source>
      <translation>财产项</translation>
    </message>
    <message>
      <source>Propose</source>
      <translation>提交建议</translation>
    </message>
    <message>
      <source>Propose another value</source>
      <translation>建议更正</translation>
    </message>
    <message>
      <source>Propose for this kind</source>
      <translation>按此类型建议</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>建议值</translation>
    </message>
    <message>
      <source>Proposed and accepted: {value}</source>
      <translation>已建议并采纳：{value}</translation>
    </message>
    <message>
      <source>Proposed and refused: {value}</source>
      <translation>已建议，未采纳：{value}</translation>
    </message>
    <message>
      <source>Proposed: {value}</source>
      <translation>建议改为：{value}</translation>
    </message>
    <message>
      <source>Pull the map or use the arrow keys; a click brings a place under the cross; + and − zoom.</source>
      <translation>拖动地图或用方向键移动；单击可将该处移到十字下；+ 和 − 缩放。</translation>
    </message>
    <message>
      <source>Put it back and import again: what is stored already is not stored twice.</source>
      <translation>请重新插上再导入：已保存的不会重复保存。</translation>
    </message>
    <message>
      <source>Put it in again and try once more; a locked card is unlocked with its own software.</source>
      <translation>请重新插入再试；锁定的卡用其自带软件解锁。</translation>
    </message>
    <message>
      <source>Put it in and try again, or name the one that is there.</source>
      <translation>请插入后再试，或指定已插入的那一个。</translation>
    </message>
    <message>
      <source>Q</source>
      <translation>问</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Question bank</source>
      <translation>问题库</translation>
    </message>
    <message>
      <source>Question {number}</source>
      <translation>问题 {number}</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Questions and answers</source>
      <translation>问答</translation>
    </message>
    <message>
      <source>Re-survey, re-inspection or investigation</source>
      <translation>复勘、复检或调查</translation>
    </message>
    <message>
      <source>Read aloud by {name}</source>
      <translation>由{name}宣读</translation>
    </message>
    <message>
      <source>Read and sign</source>
      <translation>核对与签名</translation>
    </message>
    <message>
      <source>Read and sign…</source>
      <translation>核对与签名…</translation>
    </message>
    <message>
      <source>Read by</source>
      <translation>读取程序</translation>
    </message>
    <message>
      <source>Read by the person</source>
      <translation>本人阅读</translation>
    </message>
    <message>
      <source>Read into a new case</source>
      <translation>读入新案件文件</translation>
    </message>
    <message>
      <source>Read it again…</source>
      <translation>重新告知…</translation>
    </message>
    <message>
      <source>Read it from the sheet you wrote. Without that sheet, take good care of the passphrase.</source>
      <translation>请查看您抄写的纸。若纸已遗失，请务必保管好口令。</translation>
    </message>
    <message>
      <source>Read it together, page by page, and correct what is not right</source>
      <translation>请逐页核对，更正不符之处</translation>
    </message>
    <message>
      <source>Read the clock from this photo</source>
      <translation>从这张照片读取时钟</translation>
    </message>
    <message>
      <source>Read the notice</source>
      <translation>告知</translation>
    </message>
    <message>
      <source>Read the notice to the person first.</source>
      <translation>请先向本人宣读告知书。</translation>
    </message>
    <message>
      <source>Read the notice…</source>
      <translation>告知…</translation>
    </message>
    <message>
      <source>Reading the clock</source>
      <translation>正在读取时钟</translation>
    </message>
    <message>
      <source>Ready to leave?</source>
      <translation>离场检查</translation>
    </message>
    <message>
      <source>Ready to record</source>
      <translation>可以录音</translation>
    </message>
    <message>
      <source>Ready?</source>
      <translation>离场检查</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Reason of the change</source>
      <translation>修改原因</translation>
    </message>
    <message>
      <source>Reason, in the person's own words</source>
      <translation>理由（本人原话）</translation>
    </message>
    <message>
      <source>Reason: {finding}</source>
      <translation>原因：{finding}</translation>
    </message>
    <message>
      <source>Reasons for gaps</source>
      <translation>缺项原因</translation>
    </message>
    <message>
      <source>Receipt</source>
      <translation>回执</translation>
    </message>
    <message>
      <source>Receipt in full over the root</source>
      <translation>完整回执所依据的根值</translation>
    </message>
    <message>
      <source>Receipt saved.</source>
      <translation>回执已保存。</translation>
    </message>
    <message>
      <source>Receipts</source>
      <translation>回执</translation>
    </message>
    <message>
      <source>Received</source>
      <translation>已签收</translation>
    </message>
    <message>
      <source>Received by</source>
      <translation>签收人</translation>
    </message>
    <message>
      <source>Received, with defects</source>
      <translation>已收，有缺陷</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Record sound</source>
      <translation>录音</translation>
    </message>
    <message>
      <source>Record sound…</source>
      <translation>录音…</translation>
    </message>
    <message>
      <source>Record video</source>
      <translation>录像</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>录制</translation>
    </message>
    <message>
      <source>Recording now</source>
      <translation>正在录制</translation>
    </message>
    <message>
      <source>Recording of the interview</source>
      <translation>询问录音录像</translation>
    </message>
    <message>
      <source>Recording stored</source>
      <translation>录制已保存</translation>
    </message>
    <message>
      <source>Recover</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Recover your profile</source>
      <translation>恢复您的档案</translation>
    </message>
    <message>
      <source>Recovery code</source>
      <translation>恢复码</translation>
    </message>
    <message>
      <source>Recovery code of Surveyor</source>
      <translation>Surveyor 恢复码</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Redo (Ctrl+Shift+Z)</source>
      <translation>重做 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>刷新</translation>
    </message>
    <message>
      <source>Refresh the preview</source>
      <translation>刷新预览</translation>
    </message>
    <message>
      <source>Refuse</source>
      <translation>不采纳</translation>
    </message>
    <message>
      <source>Refused…</source>
      <translation>拒绝签收…</translation>
    </message>
    <message>
      <source>Refuses to sign…</source>
      <translation>拒签…</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>地区</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>意见</translation>
    </message>
    <message>
      <source>Remarks</source>
      <translation>意见</translation>
    </message>
    <message>
      <source>Remarks of the office</source>
      <translation>理赔中心的意见</translation>
    </message>
    <message>
      <source>Remarks that are not settled</source>
      <translation>尚未解决的意见</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Remove case {case} from this laptop? The centre has signed for every byte of it and gives it back on demand; the receipt stays here. Without the centre it cannot be read any more.</source>
      <translation>要从本机移除案件 {case} 吗？中心已签收其全部内容，需要时可从中心取回；回执仍留在本机。移除后没有中心就无法查看。</translation>
    </message>
    <message>
      <source>Remove from this laptop</source>
      <translation>从本机移除</translation>
    </message>
    <message>
      <source>Remove from this laptop…</source>
      <translation>从本机移除…</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>移除{name}</translation>
    </message>
    <message>
      <source>Removed from this laptop; the receipt is kept.</source>
      <translation>已从本机移除；回执已保留。</translation>
    </message>
    <message>
      <source>Removed from those present</source>
      <translation>已从在场人员中移除</translation>
    </message>
    <message>
      <source>Reopen the claim</source>
      <translation>重开案件</translation>
    </message>
    <message>
      <source>Repair</source>
      <translation>修复</translation>
    </message>
    <message>
      <source>Repair it with its passphrase, in the window or with surveyor profile repair; or bring it back from a second copy.</source>
      <translation>请凭口令修复（在窗口中，或用 surveyor profile repair）；也可从第二份副本恢复。</translation>
    </message>
    <message>
      <source>Repair your profile</source>
      <translation>修复个人档案</translation>
    </message>
    <message>
      <source>Repairing…</source>
      <translation>正在修复…</translation>
    </message>
    <message>
      <source>Repeat the last caption</source>
      <translation>重复上一条说明</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Report a loss</source>
      <translation>报案</translation>
    </message>
    <message>
      <source>Report issued</source>
      <translation>已签发</translation>
    </message>
    <message>
      <source>Report number</source>
      <translation>报案号</translation>
    </message>
    <message>
      <source>Report number (may be left empty)</source>
      <translation>报案号（可留空）</translation>
    </message>
    <message>
      <source>Report number, insured, plate or case</source>
      <translation>报案号、被保险人、车牌或案件编号</translation>
    </message>
    <message>
      <source>Report saved.</source>
      <translation>报告已保存。</translation>
    </message>
    <message>
      <source>Report {number}</source>
      <translation>报告 {number}</translation>
    </message>
    <message numerus="yes">
      <source>Reported %n hour(s) after the accident</source>
      <translation>
        <numerusform>出险后 %n 小时报案</numerusform>
      </translation>
    </message>
    <message>
      <source>Required</source>
      <translation>必拍</translation>
    </message>
    <message>
      <source>Rescue</source>
      <translation>施救</translation>
    </message>
    <message>
      <source>Response times</source>
      <translation>响应时间</translation>
    </message>
    <message>
      <source>Response times (hours:minutes) of the claims opened in the last {days} days</source>
      <translation>最近 {days} 天案件的响应时间（时:分）</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Restore it from its second copy, or read what is left into a new case: in the window from the list's menu, or with surveyor case salvage.</source>
      <translation>请从第二份副本恢复；或把仍可读取的内容读入新案件文件：在窗口案件列表的菜单中，或用 surveyor case salvage。</translation>
    </message>
    <message>
      <source>Restore the case from its second copy, or take the file in again from the card.</source>
      <translation>请从副本恢复案件，或从存储卡重新导入该文件。</translation>
    </message>
    <message>
      <source>Return the survey</source>
      <translation>退回查勘</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>审核</translation>
    </message>
    <message>
      <source>Review rules</source>
      <translation>审核规则</translation>
    </message>
    <message>
      <source>Reviewed</source>
      <translation>已审核</translation>
    </message>
    <message>
      <source>Revoke it</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Risk prompts</source>
      <translation>风险提示</translation>
    </message>
    <message>
      <source>Risk prompts (internal)</source>
      <translation>风险提示（内部）</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>身份</translation>
    </message>
    <message>
      <source>Roster</source>
      <translation>排班</translation>
    </message>
    <message>
      <source>Rule pack</source>
      <translation>规则包</translation>
    </message>
    <message>
      <source>Rule pack for {cover}</source>
      <translation>{cover}所用规则包</translation>
    </message>
    <message>
      <source>Rule packs</source>
      <translation>规则包</translation>
    </message>
    <message>
      <source>SHA-256 of the text</source>
      <translation>正文 SHA-256</translation>
    </message>
    <message>
      <source>Safe to format?</source>
      <translation>可以格式化吗？</translation>
    </message>
    <message>
      <source>Salvage</source>
      <translation>残值</translation>
    </message>
    <message>
      <source>Salvage a damaged case</source>
      <translation>抢救损坏的案件</translation>
    </message>
    <message>
      <source>Salvage a damaged case…</source>
      <translation>抢救损坏的案件…</translation>
    </message>
    <message>
      <source>Salvage kept</source>
      <translation>损余折抵</translation>
    </message>
    <message>
      <source>Salvaging</source>
      <translation>正在抢救</translation>
    </message>
    <message>
      <source>Saturday</source>
      <translation>星期六</translation>
    </message>
    <message>
      <source>Save PDF…</source>
      <translation>另存为 PDF…</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>保存副本</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>保存副本…</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>另存为 PDF…</translation>
    </message>
    <message>
      <source>Save it</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save its sheet…</source>
      <translation>保存该版理算书…</translation>
    </message>
    <message>
      <source>Save receipt</source>
      <translation>保存回执</translation>
    </message>
    <message>
      <source>Save the accessible copy</source>
      <translation>保存无障碍副本</translation>
    </message>
    <message>
      <source>Save the accessible copy…</source>
      <translation>保存无障碍副本…</translation>
    </message>
    <message>
      <source>Save the bag</source>
      <translation>保存案卷包</translation>
    </message>
    <message>
      <source>Save the changes</source>
      <translation>保存修改</translation>
    </message>
    <message>
      <source>Save the office copy</source>
      <translation>保存内部件</translation>
    </message>
    <message>
      <source>Save the office copy…</source>
      <translation>保存内部件…</translation>
    </message>
    <message>
      <source>Save the original</source>
      <translation>保存原件</translation>
    </message>
    <message>
      <source>Save the recovery code</source>
      <translation>保存恢复码</translation>
    </message>
    <message>
      <source>Save the report</source>
      <translation>保存报告</translation>
    </message>
    <message>
      <source>Save the sheet</source>
      <translation>保存理算书</translation>
    </message>
    <message>
      <source>Save the sheet…</source>
      <translation>保存理算书…</translation>
    </message>
    <message>
      <source>Saved. Keep this file away from this laptop: whoever has both opens your cases.</source>
      <translation>已保存。请把此文件放在别处：同时拿到它和本机的人能打开您的案件。</translation>
    </message>
    <message>
      <source>Saved: {name}</source>
      <translation>已保存：{name}</translation>
    </message>
    <message>
      <source>Saved: {path}</source>
      <translation>已保存：{path}</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>保存…</translation>
    </message>
    <message>
      <source>Scanner's folder {name}</source>
      <translation>扫描仪文件夹 {name}</translation>
    </message>
    <message>
      <source>Scans</source>
      <translation>扫描件</translation>
    </message>
    <message>
      <source>Scans from files; they can also be dropped on the row</source>
      <translation>选择扫描文件；也可直接拖到该行</translation>
    </message>
    <message>
      <source>Scans of the paper</source>
      <translation>单证扫描件</translation>
    </message>
    <message>
      <source>Scene</source>
      <translation>现场</translation>
    </message>
    <message>
      <source>Scene already cleared</source>
      <translation>现场已清理</translation>
    </message>
    <message>
      <source>Seal the statement</source>
      <translation>封存笔录</translation>
    </message>
    <message>
      <source>Sealed by it</source>
      <translation>随之封存</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Search by number, name, plate or place</source>
      <translation>按编号、姓名、号牌或地点搜索</translation>
    </message>
    <message>
      <source>Second copy</source>
      <translation>第二副本</translation>
    </message>
    <message>
      <source>See to what is in the way first; the page of the review names it.</source>
      <translation>请先处理障碍；审核页面会列出。</translation>
    </message>
    <message>
      <source>Select two records of the same person, then merge them</source>
      <translation>先选中同一人的两条记录，再合并</translation>
    </message>
    <message>
      <source>Select, move, resize (V)</source>
      <translation>选择、移动、调整大小 (V)</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>重新传</translation>
    </message>
    <message>
      <source>Send all now</source>
      <translation>现在全部发送</translation>
    </message>
    <message>
      <source>Send another page</source>
      <translation>再发一页</translation>
    </message>
    <message>
      <source>Send it</source>
      <translation>发送</translation>
    </message>
    <message>
      <source>Send the answer</source>
      <translation>提交答复</translation>
    </message>
    <message>
      <source>Send the complaint</source>
      <translation>提交投诉</translation>
    </message>
    <message>
      <source>Send the report</source>
      <translation>提交报案</translation>
    </message>
    <message>
      <source>Sent back</source>
      <translation>被退回</translation>
    </message>
    <message>
      <source>Sent by message or post</source>
      <translation>以短信、邮件或邮寄送达</translation>
    </message>
    <message>
      <source>Sent, not known to have arrived · {channel}</source>
      <translation>已发出，未确认送达 · {channel}</translation>
    </message>
    <message>
      <source>Sent…</source>
      <translation>已发送…</translation>
    </message>
    <message>
      <source>Serial number</source>
      <translation>序列号</translation>
    </message>
    <message>
      <source>Service times</source>
      <translation>服务时效</translation>
    </message>
    <message>
      <source>Set the due time of all open tasks</source>
      <translation>设置全部未完成任务的期限</translation>
    </message>
    <message>
      <source>Set the roles</source>
      <translation>保存岗位</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Settings (Ctrl+,)</source>
      <translation>设置 (Ctrl+,)</translation>
    </message>
    <message>
      <source>Settle them, or give the reasons why it is signed all the same: `surveyor check FILE --reasons LIST` lists them.</source>
      <translation>请补齐，或填写仍要签名的理由：`surveyor check FILE --reasons LIST` 会列出各项。</translation>
    </message>
    <message>
      <source>Settled</source>
      <translation>已解决</translation>
    </message>
    <message>
      <source>Several are parted by a semicolon.</source>
      <translation>多个数值以分号分隔。</translation>
    </message>
    <message>
      <source>Several values</source>
      <translation>多个值</translation>
    </message>
    <message>
      <source>Several values stand side by side</source>
      <translation>有多个并存的值</translation>
    </message>
    <message>
      <source>Several values stand side by side; choose the right one.</source>
      <translation>有多个并存的值，请选择正确的一个。</translation>
    </message>
    <message>
      <source>Several values: choose one</source>
      <translation>多个值：请选择</translation>
    </message>
    <message>
      <source>Several values: please choose</source>
      <translation>多个值：请选择</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>比例</translation>
    </message>
    <message>
      <source>Shortcuts</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <source>Shortcuts of this page</source>
      <translation>本页快捷键</translation>
    </message>
    <message>
      <source>Shot</source>
      <translation>拍摄项目</translation>
    </message>
    <message>
      <source>Shot list</source>
      <translation>拍摄清单</translation>
    </message>
    <message>
      <source>Should ({count})</source>
      <translation>应当（{count}）</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>显示全部</translation>
    </message>
    <message>
      <source>Show all {count}</source>
      <translation>显示全部 {count} 项</translation>
    </message>
    <message>
      <source>Show and sign…</source>
      <translation>出示并签名…</translation>
    </message>
    <message>
      <source>Show fewer</source>
      <translation>收起</translation>
    </message>
    <message>
      <source>Show its folder</source>
      <translation>打开所在文件夹</translation>
    </message>
    <message>
      <source>Show my claim</source>
      <translation>查看我的案件</translation>
    </message>
    <message>
      <source>Show or hide the details</source>
      <translation>显示或隐藏详情</translation>
    </message>
    <message>
      <source>Show scans</source>
      <translation>查看扫描件</translation>
    </message>
    <message>
      <source>Show the clock for cameras…</source>
      <translation>显示相机校时时钟…</translation>
    </message>
    <message>
      <source>Show the layer of annotations (L)</source>
      <translation>显示标注层 (L)</translation>
    </message>
    <message>
      <source>Show them</source>
      <translation>查看清单</translation>
    </message>
    <message>
      <source>Show what it is about</source>
      <translation>查看所涉记录</translation>
    </message>
    <message>
      <source>Shown from inside the file</source>
      <translation>所示为文件内嵌图片</translation>
    </message>
    <message>
      <source>Sign and seal</source>
      <translation>签名并封存</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>登录</translation>
    </message>
    <message>
      <source>Sign in with the company account</source>
      <translation>用公司账号登录</translation>
    </message>
    <message>
      <source>Sign now</source>
      <translation>开始签名</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Sign the report</source>
      <translation>签署报告</translation>
    </message>
    <message>
      <source>Sign the report…</source>
      <translation>签署报告…</translation>
    </message>
    <message>
      <source>Signature: {name}</source>
      <translation>签名：{name}</translation>
    </message>
    <message>
      <source>Signed</source>
      <translation>已签名</translation>
    </message>
    <message>
      <source>Signed and locked: nothing of it changes any more. What is to be added is a supplementary statement.</source>
      <translation>已签名并锁定：内容不再改变。需要补充的，另作补充笔录。</translation>
    </message>
    <message>
      <source>Signed and sealed</source>
      <translation>已签名并封存</translation>
    </message>
    <message>
      <source>Signed on every page and sealed.</source>
      <translation>已逐页签名并封存。</translation>
    </message>
    <message>
      <source>Signed on the pad</source>
      <translation>在板上签名</translation>
    </message>
    <message>
      <source>Signed report {number}</source>
      <translation>已签报告 {number}</translation>
    </message>
    <message>
      <source>Signing</source>
      <translation>签名中</translation>
    </message>
    <message>
      <source>Signing cannot be undone. The task is sealed; what comes later becomes an addendum and a new revision.</source>
      <translation>签名不可撤销。任务随之封存；以后的内容将成为补充和新版本。</translation>
    </message>
    <message>
      <source>Signing for it is refused</source>
      <translation>拒绝签收</translation>
    </message>
    <message>
      <source>Signing the report</source>
      <translation>正在签署报告</translation>
    </message>
    <message>
      <source>Sign…</source>
      <translation>签署…</translation>
    </message>
    <message>
      <source>Site and property</source>
      <translation>场所与财产</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Smaller (-, or the wheel)</source>
      <translation>缩小(- 或滚轮)</translation>
    </message>
    <message>
      <source>Smaller (Ctrl+-)</source>
      <translation>缩小（Ctrl+-）</translation>
    </message>
    <message>
      <source>Smart card</source>
      <translation>智能卡</translation>
    </message>
    <message>
      <source>So many files came for this claim that we want to look at them first. Please call us.</source>
      <translation>本案件已收到很多文件，我们需要先查看。请致电我们。</translation>
    </message>
    <message>
      <source>Software</source>
      <translation>软件</translation>
    </message>
    <message>
      <source>Something of the journal does not hold.</source>
      <translation>日志中有内容未通过校验。</translation>
    </message>
    <message>
      <source>Something to add?</source>
      <translation>需要补充？</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>录音</translation>
    </message>
    <message>
      <source>Sound off</source>
      <translation>静音</translation>
    </message>
    <message>
      <source>Sound on</source>
      <translation>打开声音</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Space: play, pause · arrows: 5 s · comma, point: one picture · Esc: close</source>
      <translation>空格：播放、暂停 · 左右键：5 秒 · 逗号、句号：一帧 · Esc：关闭</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>速度</translation>
    </message>
    <message>
      <source>Spoken</source>
      <translation>口头</translation>
    </message>
    <message>
      <source>Stage</source>
      <translation>环节</translation>
    </message>
    <message>
      <source>Stamp on each copy</source>
      <translation>每张副本上的水印</translation>
    </message>
    <message>
      <source>Standard</source>
      <translation>标准</translation>
    </message>
    <message>
      <source>Stands now</source>
      <translation>现值</translation>
    </message>
    <message>
      <source>Start it with the key it was started with before (SURVEYOR_CENTRE_KEY, --key-file or --token).</source>
      <translation>请用之前启动时的密钥启动（SURVEYOR_CENTRE_KEY、--key-file 或 --token）。</translation>
    </message>
    <message>
      <source>Starts from, latitude</source>
      <translation>出发地纬度</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Statements</source>
      <translation>笔录</translation>
    </message>
    <message>
      <source>Stay</source>
      <translation>留在现场</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stop watching the folder</source>
      <translation>停止监视文件夹</translation>
    </message>
    <message>
      <source>Stop watching the scanner's folder</source>
      <translation>停止监视扫描仪文件夹</translation>
    </message>
    <message>
      <source>Stopped. The copies in {folder} are not all, and there is no list with them.</source>
      <translation>已停止。{folder} 中的副本不全，也没有清单。</translation>
    </message>
    <message>
      <source>Stored</source>
      <translation>保存时间</translation>
    </message>
    <message>
      <source>Stored pixels</source>
      <translation>存储像素</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>拍摄对象</translation>
    </message>
    <message>
      <source>Suggested: {shot}</source>
      <translation>建议：{shot}</translation>
    </message>
    <message>
      <source>Sum {amount}</source>
      <translation>合计 {amount}</translation>
    </message>
    <message>
      <source>Sunday</source>
      <translation>星期日</translation>
    </message>
    <message>
      <source>Sunlight</source>
      <translation>阳光</translation>
    </message>
    <message>
      <source>Supplementary statement</source>
      <translation>补充笔录</translation>
    </message>
    <message>
      <source>Survey</source>
      <translation>查勘</translation>
    </message>
    <message>
      <source>Survey record</source>
      <translation>查勘记录</translation>
    </message>
    <message numerus="yes">
      <source>Survey report in {language}, with the hashes of %n original(s)</source>
      <translation>
        <numerusform>查勘报告（{language}），含 %n 份原件的哈希</numerusform>
      </translation>
    </message>
    <message>
      <source>Surveyor</source>
      <translation>查勘员</translation>
    </message>
    <message>
      <source>Switch the language</source>
      <translation>切换语言</translation>
    </message>
    <message>
      <source>Switch the theme</source>
      <translation>切换主题</translation>
    </message>
    <message>
      <source>Tab before</source>
      <translation>上一标签页</translation>
    </message>
    <message>
      <source>Take a photo or video…</source>
      <translation>拍照或录像…</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Take back…</source>
      <translation>撤回…</translation>
    </message>
    <message numerus="yes">
      <source>Take in %n empty</source>
      <translation>
        <numerusform>导入这 %n 个空文件</numerusform>
      </translation>
    </message>
    <message>
      <source>Take off the shot</source>
      <translation>取消归类</translation>
    </message>
    <message>
      <source>Take over</source>
      <translation>采用</translation>
    </message>
    <message>
      <source>Take over all of this kind</source>
      <translation>取用本类全部问题</translation>
    </message>
    <message>
      <source>Take photo</source>
      <translation>拍照</translation>
    </message>
    <message>
      <source>Take the remark back</source>
      <translation>撤回意见</translation>
    </message>
    <message>
      <source>Take this place</source>
      <translation>取此位置</translation>
    </message>
    <message>
      <source>Take this shape off (Del)</source>
      <translation>去掉此图形 (Del)</translation>
    </message>
    <message>
      <source>Take {name} out of the list; the file stays</source>
      <translation>将“{name}”移出列表；文件保留</translation>
    </message>
    <message>
      <source>Taken</source>
      <translation>拍摄时间</translation>
    </message>
    <message>
      <source>Taken or entered by mistake</source>
      <translation>误拍或误录</translation>
    </message>
    <message>
      <source>Taking in from the watched folder</source>
      <translation>正在导入监视文件夹的新文件</translation>
    </message>
    <message>
      <source>Taking in scans</source>
      <translation>正在导入扫描件</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>Tasks are proposed by it; whoever gives one out decides. What stands empty is not said and bars nobody.</source>
      <translation>派工建议据此排序，由派工人员决定。未填写的视为未说明，不排除任何人。</translation>
    </message>
    <message>
      <source>Tell the people present that you are recording, and note their consent.</source>
      <translation>录制前请告知在场人员，并记录其同意。</translation>
    </message>
    <message>
      <source>Tell us what you know. What you do not know yet stays empty; we ask you later.</source>
      <translation>请告诉我们您所知道的。还不清楚的可以留空，我们会再问您。</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文字</translation>
    </message>
    <message>
      <source>Text after the correction</source>
      <translation>更正后的文字</translation>
    </message>
    <message>
      <source>Text of the shape</source>
      <translation>图形的文字</translation>
    </message>
    <message>
      <source>That is not group {number}.</source>
      <translation>这不是第 {number} 组。</translation>
    </message>
    <message numerus="yes">
      <source>The %n selected</source>
      <translation>
        <numerusform>所选 %n 张</numerusform>
      </translation>
    </message>
    <message>
      <source>The PIN does not open {token}.</source>
      <translation>PIN 不能打开 {token}。</translation>
    </message>
    <message>
      <source>The account {user} is ready.</source>
      <translation>账号 {user} 已就绪。</translation>
    </message>
    <message>
      <source>The bag holds originals, journal, custody, reports and receipt, and is checked with standard tools. To whom it goes is written into the journal first.</source>
      <translation>案卷包含原始文件、日志、保管链、报告与回执，可用通用工具校验。移交对象先记入日志。</translation>
    </message>
    <message>
      <source>The calculation is kept in the case.</source>
      <translation>理算书已保存在案件中。</translation>
    </message>
    <message>
      <source>The camera or the microphone gave nothing that can be recorded.</source>
      <translation>摄像头或麦克风没有给出可录制的内容。</translation>
    </message>
    <message>
      <source>The card or folder {path} was taken away while it was read.</source>
      <translation>读取过程中，存储卡或文件夹“{path}”被移走。</translation>
    </message>
    <message>
      <source>The case file could not be read or written.</source>
      <translation>案件文件无法读写。</translation>
    </message>
    <message>
      <source>The case file, or bagit.txt of the bag</source>
      <translation>案件文件，或证据包中的 bagit.txt</translation>
    </message>
    <message>
      <source>The case files are not touched.</source>
      <translation>案件文件未受影响。</translation>
    </message>
    <message>
      <source>The case has two ids</source>
      <translation>案件有两个标识</translation>
    </message>
    <message>
      <source>The case was closed meanwhile.</source>
      <translation>案件已在此期间关闭。</translation>
    </message>
    <message>
      <source>The centre cannot be reached.</source>
      <translation>无法连接中心。</translation>
    </message>
    <message>
      <source>The centre certifies this laptop and you as its surveyor. Only then can reports be signed and cases delivered.</source>
      <translation>中心为本机和您签发证书。此后才能签署报告和交付案件。</translation>
    </message>
    <message>
      <source>The centre does not know this case.</source>
      <translation>中心没有此案件。</translation>
    </message>
    <message>
      <source>The centre had lost what it had signed for. Everything was sent again, and it has signed anew.</source>
      <translation>中心曾丢失已签收的内容。现已全部重新发送，中心已重新签收。</translation>
    </message>
    <message>
      <source>The centre has not certified this laptop.</source>
      <translation>中心尚未认证本机。</translation>
    </message>
    <message>
      <source>The centre has not signed for all of this case, so it is not removed from this laptop.</source>
      <translation>中心尚未签收本案全部内容，因此不能从本机移除。</translation>
    </message>
    <message>
      <source>The centre holds the entries and previews and has signed for them; originals are missing.</source>
      <translation>中心已签收记录与预览；原件尚缺。</translation>
    </message>
    <message>
      <source>The centre is reading the originals once more.</source>
      <translation>中心正在再次读取原件。</translation>
    </message>
    <message>
      <source>The centre knows entries that this copy of the case lacks: an older copy was restored.</source>
      <translation>中心有此副本缺少的记录：曾恢复旧副本。</translation>
    </message>
    <message>
      <source>The centre lost entries</source>
      <translation>中心丢失了记录</translation>
    </message>
    <message>
      <source>The centre lost what it had signed for: an older copy of it was restored.</source>
      <translation>中心丢失了已签收的内容：它恢复到了较早的备份。</translation>
    </message>
    <message>
      <source>The centre lost what these receipts stand for. They are kept as documents until it signs anew.</source>
      <translation>中心已丢失这些回执所签收的内容。在中心重新签收之前，它们仅作为文件保留。</translation>
    </message>
    <message>
      <source>The centre numbers the entries in another way than before: an older copy of it was restored.</source>
      <translation>中心对记录的编号与之前不同：它恢复到了较早的备份。</translation>
    </message>
    <message>
      <source>The centre refused the user name or code.</source>
      <translation>中心拒绝了用户名或注册码。</translation>
    </message>
    <message>
      <source>The centre reported a fault of its own.</source>
      <translation>中心报告其自身故障。</translation>
    </message>
    <message>
      <source>The centre says again and again that it lacks what it has just taken.</source>
      <translation>中心反复声称缺少它刚刚收下的内容。</translation>
    </message>
    <message>
      <source>The centre sent something that this version does not understand.</source>
      <translation>中心发来此版本不理解的内容。</translation>
    </message>
    <message>
      <source>The centre still misses entries or originals.</source>
      <translation>中心仍缺少记录或原件。</translation>
    </message>
    <message>
      <source>The centre's private keys are encrypted and cannot be opened: {reason}.</source>
      <translation>中心的私钥已加密，无法打开：{reason}。</translation>
    </message>
    <message>
      <source>The certificate cannot be read, or its passphrase is wrong.</source>
      <translation>证书无法读取，或口令错误。</translation>
    </message>
    <message>
      <source>The chain is broken at line {number}: somebody changed what stands here.</source>
      <translation>哈希链在第 {number} 行断开：此处内容被改动过。</translation>
    </message>
    <message>
      <source>The chain of {count} lines is whole; its last hash is {head}.</source>
      <translation>共 {count} 行，哈希链完整；最后的哈希为 {head}。</translation>
    </message>
    <message>
      <source>The check character of this company code does not fit</source>
      <translation>统一社会信用代码校验位不符</translation>
    </message>
    <message>
      <source>The check digit of this identity number does not fit</source>
      <translation>该身份证号码的校验位不符</translation>
    </message>
    <message>
      <source>The check digit of this number does not fit</source>
      <translation>该号码校验位不符</translation>
    </message>
    <message>
      <source>The check digit of this vehicle identification number does not fit</source>
      <translation>车辆识别代号校验位不符</translation>
    </message>
    <message>
      <source>The claim changed since you looked at this. Please look at it again.</source>
      <translation>预览后案件有变动，请再看一遍。</translation>
    </message>
    <message>
      <source>The claim has no phone number of the insured or the reporter, which a link needs.</source>
      <translation>报案信息中没有被保险人或报案人的电话，无法生成链接。</translation>
    </message>
    <message>
      <source>The clock of {camera} is {off} fast. Corrected times are shown beside the recorded ones.</source>
      <translation>{camera} 的时钟快 {off}。校正时间将显示在记录时间旁。</translation>
    </message>
    <message>
      <source>The clock of {camera} is {off} slow. Corrected times are shown beside the recorded ones.</source>
      <translation>{camera} 的时钟慢 {off}。校正时间将显示在记录时间旁。</translation>
    </message>
    <message>
      <source>The code before stays valid until you have typed two groups of this one. Then update your second copies: those made before still open with the old code.</source>
      <translation>输入新码其中两组之前，旧码仍有效。之后请更新第二副本：以前做的副本仍用旧码打开。</translation>
    </message>
    <message>
      <source>The company's sign-in names no open account of this office. Ask an administrator.</source>
      <translation>公司登录未对应本处任何启用的内勤账号，请联系管理员。</translation>
    </message>
    <message>
      <source>The consent was taken back: recording has stopped.</source>
      <translation>同意已撤回：录制已停止。</translation>
    </message>
    <message>
      <source>The device is gone. What was recorded up to then is kept.</source>
      <translation>设备已断开，此前录下的内容已保存。</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>磁盘已满。</translation>
    </message>
    <message>
      <source>The disk refused to read or write {path}.</source>
      <translation>磁盘拒绝读写 {path}。</translation>
    </message>
    <message>
      <source>The file could not be written. Choose another place.</source>
      <translation>无法写入文件，请换一个位置。</translation>
    </message>
    <message>
      <source>The file is as it was.</source>
      <translation>文件保持原样。</translation>
    </message>
    <message>
      <source>The file says no position</source>
      <translation>文件中没有位置</translation>
    </message>
    <message>
      <source>The file says no time</source>
      <translation>文件中没有时间</translation>
    </message>
    <message>
      <source>The file was not changed.</source>
      <translation>文件未被更改。</translation>
    </message>
    <message>
      <source>The file {path} with your stamps cannot be used.</source>
      <translation>您的水印文件 {path} 无法使用。</translation>
    </message>
    <message>
      <source>The first six digits of this identity number are no area</source>
      <translation>公民身份号码前六位不是有效的地址码</translation>
    </message>
    <message>
      <source>The identity number is a man's</source>
      <translation>身份证号码对应的性别为男</translation>
    </message>
    <message>
      <source>The identity number is a woman's</source>
      <translation>身份证号码对应的性别为女</translation>
    </message>
    <message>
      <source>The identity number says {birth}</source>
      <translation>身份证号码中的出生日期为 {birth}</translation>
    </message>
    <message>
      <source>The insurer has it already</source>
      <translation>保险人已有</translation>
    </message>
    <message>
      <source>The keys beside a copy of a case (….keys.toml)</source>
      <translation>案件副本旁的密钥文件（….keys.toml）</translation>
    </message>
    <message>
      <source>The laptop's clock has not been compared with the claims centre.</source>
      <translation>本机时钟尚未与理赔中心核对。</translation>
    </message>
    <message>
      <source>The laptop's clock is set by GPS.</source>
      <translation>本机时钟由 GPS 校准。</translation>
    </message>
    <message>
      <source>The laptop's clock was compared with the claims centre: {seconds} s apart.</source>
      <translation>本机时钟已与理赔中心核对：相差 {seconds} 秒。</translation>
    </message>
    <message>
      <source>The last 4 digits of your phone number, as you gave it when you reported the loss</source>
      <translation>报案时所留电话号码的后4位</translation>
    </message>
    <message>
      <source>The level below moves when the microphone hears something.</source>
      <translation>麦克风听到声音时，下方电平会变化。</translation>
    </message>
    <message>
      <source>The line in full</source>
      <translation>该行全文</translation>
    </message>
    <message>
      <source>The link is ready. It is shown only now:</source>
      <translation>链接已生成，只在此时显示一次：</translation>
    </message>
    <message>
      <source>The link opens with the last 4 digits of the phone in the report. It shows where the claim stands, what papers are missing and the letters to the customer, and nothing of anybody else.</source>
      <translation>链接凭报案电话后4位打开，显示案件进度、所缺资料和给客户的通知，不显示其他任何人的信息。</translation>
    </message>
    <message>
      <source>The list of certificates taken back is not the authority's, out of date, or lacks somebody an earlier one named.</source>
      <translation>吊销名单不是该签发机构的、已过期，或缺少此前名单中已有的证书。</translation>
    </message>
    <message>
      <source>The message could not be sent: {reason}.</source>
      <translation>消息未能发出：{reason}。</translation>
    </message>
    <message>
      <source>The message has left.</source>
      <translation>消息已发出。</translation>
    </message>
    <message>
      <source>The module of the smart card cannot be loaded ({path}).</source>
      <translation>无法加载智能卡的模块（{path}）。</translation>
    </message>
    <message>
      <source>The names are kept.</source>
      <translation>姓名已保存。</translation>
    </message>
    <message>
      <source>The network does not let a phone in. Nothing else is affected.</source>
      <translation>网络不允许手机连入。其他功能不受影响。</translation>
    </message>
    <message>
      <source>The new recovery code holds.</source>
      <translation>新的恢复码已生效。</translation>
    </message>
    <message>
      <source>The newest measurement of each camera counts. Recorded times stay as they are; corrected ones stand beside them.</source>
      <translation>每台相机以最新一次测量为准。记录时间保持不变，校正时间显示在其旁。</translation>
    </message>
    <message>
      <source>The next claim →</source>
      <translation>下一个案件 →</translation>
    </message>
    <message>
      <source>The notice counts as told in person; the proof of delivery says that nobody signed, and why.</source>
      <translation>视为已当面告知；送达回证将载明无人签收及其原因。</translation>
    </message>
    <message>
      <source>The notice is issued. Send it now: choose it under “What”.</source>
      <translation>告知书已出具。请在“内容”中选择它并发送。</translation>
    </message>
    <message>
      <source>The notice was not read yet</source>
      <translation>尚未告知</translation>
    </message>
    <message>
      <source>The office accepted the survey.</source>
      <translation>理赔中心已通过本次查勘。</translation>
    </message>
    <message>
      <source>The office cancelled this claim on {when}: {reason} What you found until then is kept and is still delivered.</source>
      <translation>理赔中心已于 {when} 注销本案：{reason}。您此前取得的资料均保留，仍会送达。</translation>
    </message>
    <message>
      <source>The office has not remarked on anything</source>
      <translation>理赔中心没有提出意见</translation>
    </message>
    <message>
      <source>The office has: {value}</source>
      <translation>内勤所载：{value}</translation>
    </message>
    <message>
      <source>The office knows this case also as {id}; both ids are accepted.</source>
      <translation>内勤也以 {id} 识别此案件；两个标识均可用。</translation>
    </message>
    <message>
      <source>The office locked this laptop out on {at} (UTC).</source>
      <translation>内勤已于 {at}（UTC）停用本机。</translation>
    </message>
    <message>
      <source>The office owns these fields and decides. Until then both values stay visible.</source>
      <translation>这些内容由内勤负责并决定是否采纳；在此之前两个值并列显示。</translation>
    </message>
    <message>
      <source>The office owns this data; you may correct the phone numbers, and propose other values for the rest.</source>
      <translation>此数据由内勤负责；电话号码可直接更正，其余可提出更正建议。</translation>
    </message>
    <message>
      <source>The office returned the survey: {reason} Sign the report again when it is done.</source>
      <translation>理赔中心退回了本次查勘：{reason} 修改后请重新签署报告。</translation>
    </message>
    <message>
      <source>The original came from the centre and matches its hash.</source>
      <translation>原始文件已从中心取回，与其哈希一致。</translation>
    </message>
    <message>
      <source>The original has not arrived yet.</source>
      <translation>原件尚未送达。</translation>
    </message>
    <message>
      <source>The other laptop is gone? The second copies on a stick or disk and the recovery code open its cases here. Enrol this laptop at the office afterwards, and have the lost one locked out.</source>
      <translation>另一台电脑丢失了？U 盘或硬盘上的第二副本加恢复码，可在这里打开其中的案件。之后请为本机办理注册，并请公司停用丢失的电脑。</translation>
    </message>
    <message>
      <source>The passphrase is changed.</source>
      <translation>口令已更改。</translation>
    </message>
    <message>
      <source>The passphrase so far</source>
      <translation>当前口令</translation>
    </message>
    <message>
      <source>The person alone</source>
      <translation>本人</translation>
    </message>
    <message>
      <source>The person asked for it</source>
      <translation>当事人要求</translation>
    </message>
    <message>
      <source>The person refused</source>
      <translation>当事人拒绝</translation>
    </message>
    <message>
      <source>The person refuses to sign</source>
      <translation>被询问人拒绝签名</translation>
    </message>
    <message>
      <source>The printer did not take it. The statement is safe; choose another printer.</source>
      <translation>打印机未接受。笔录安全，请另选打印机。</translation>
    </message>
    <message>
      <source>The profile at {path} cannot be read.</source>
      <translation>无法读取 {path} 处的档案。</translation>
    </message>
    <message>
      <source>The profile is damaged, your case files are not. It is mended, or made anew and its cases found again; then enrol this laptop at the office once more.</source>
      <translation>个人档案已损坏，案件文件完好。程序将修复或重建档案并找回案件；之后请在公司重新登记本机。</translation>
    </message>
    <message>
      <source>The profile keeps the code, encrypted, until you have it.</source>
      <translation>档案会加密保留恢复码，直到您拿到它。</translation>
    </message>
    <message>
      <source>The program has a fault. Everything saved before is safe. Please go on, and tell the office what you did.</source>
      <translation>程序出现故障。此前保存的内容都安全。请继续工作，并告诉内勤您的操作。</translation>
    </message>
    <message>
      <source>The reason stands on the sheet; the records stay as they are.</source>
      <translation>理由载于理算书；案件记录不变。</translation>
    </message>
    <message>
      <source>The receipt's signature or content does not hold, so it does not count.</source>
      <translation>回执的签名或内容不成立，因此无效。</translation>
    </message>
    <message>
      <source>The recovery code from the first start opens the profile; then choose a new passphrase.</source>
      <translation>首次启动时的恢复码可打开档案；然后设置新口令。</translation>
    </message>
    <message>
      <source>The recovery code of the profile at {path} could not be printed: {reason}.</source>
      <translation>档案 {path} 的恢复码未能输出：{reason}。</translation>
    </message>
    <message>
      <source>The recovery code of the profile at {path} was shown and confirmed, so it is kept nowhere any more.</source>
      <translation>档案 {path} 的恢复码已显示并确认，任何地方都不再保留。</translation>
    </message>
    <message>
      <source>The refusal is noted and sealed.</source>
      <translation>拒签情况已记录并封存。</translation>
    </message>
    <message>
      <source>The report could not be laid out.</source>
      <translation>报告无法排版。</translation>
    </message>
    <message>
      <source>The report could not be made.</source>
      <translation>报告无法生成。</translation>
    </message>
    <message>
      <source>The report is signed all the same; a time stamp can be added later.</source>
      <translation>报告仍已签名；时间戳可在以后补加。</translation>
    </message>
    <message>
      <source>The report is signed and stored. The task is sealed.</source>
      <translation>报告已签署并保存，任务已封存。</translation>
    </message>
    <message>
      <source>The report is signed: this answer stands as it is.</source>
      <translation>报告已签名，此项结果不再更改。</translation>
    </message>
    <message>
      <source>The report of this task is signed, so this record is sealed.</source>
      <translation>此任务的报告已签署，因此该记录已封存。</translation>
    </message>
    <message>
      <source>The report was signed without this answer.</source>
      <translation>报告签名时此项未填。</translation>
    </message>
    <message>
      <source>The report was signed {at}; what was open then is kept as it was</source>
      <translation>报告已于 {at} 签署；当时未完成的事项按原样保留</translation>
    </message>
    <message>
      <source>The right time; empty if it was noted by mistake</source>
      <translation>正确时间；误记时留空</translation>
    </message>
    <message>
      <source>The rule pack in full</source>
      <translation>规则包全文</translation>
    </message>
    <message>
      <source>The rule pack {path} has an error in line {line}: {reason} {what}</source>
      <translation>规则包 {path} 第 {line} 行有误：{reason} {what}</translation>
    </message>
    <message>
      <source>The same as kept.</source>
      <translation>与保存的完全一致。</translation>
    </message>
    <message>
      <source>The same bytes also at</source>
      <translation>相同内容另见于</translation>
    </message>
    <message>
      <source>The same passphrase again</source>
      <translation>再次输入口令</translation>
    </message>
    <message>
      <source>The same report number</source>
      <translation>报案号相同</translation>
    </message>
    <message>
      <source>The scanner's folder</source>
      <translation>扫描仪文件夹</translation>
    </message>
    <message>
      <source>The scanner's folder…</source>
      <translation>扫描仪文件夹…</translation>
    </message>
    <message>
      <source>The second character of a plate is a letter</source>
      <translation>号牌第二位为字母</translation>
    </message>
    <message>
      <source>The seven stages</source>
      <translation>七个环节</translation>
    </message>
    <message>
      <source>The sign-in at the centre has run out.</source>
      <translation>中心登录已过期。</translation>
    </message>
    <message>
      <source>The signature does not hold</source>
      <translation>签名无效</translation>
    </message>
    <message>
      <source>The signature holds</source>
      <translation>签名有效</translation>
    </message>
    <message>
      <source>The signed report and all evidence are unchanged.</source>
      <translation>已签报告和全部证据未变。</translation>
    </message>
    <message>
      <source>The signing certificate is not valid now ({subject}, until {not_after}).</source>
      <translation>签名证书当前无效（{subject}，有效期至 {not_after}）。</translation>
    </message>
    <message>
      <source>The stamp cannot be used: {name}.</source>
      <translation>水印无法使用：{name}。</translation>
    </message>
    <message>
      <source>The stamp that comes with the program</source>
      <translation>恢复程序自带水印</translation>
    </message>
    <message>
      <source>The statement cannot be signed yet: something is missing.</source>
      <translation>笔录还不能签名：缺少内容。</translation>
    </message>
    <message>
      <source>The statement is signed, so it never changes again.</source>
      <translation>笔录已签名，不再改动。</translation>
    </message>
    <message>
      <source>The statement was edited while its pages were laid out.</source>
      <translation>排版时笔录被修改。</translation>
    </message>
    <message>
      <source>The stored original matches its hash.</source>
      <translation>保存的原件与其哈希一致。</translation>
    </message>
    <message>
      <source>The system does not allow it; see its privacy settings.</source>
      <translation>系统不允许使用；请查看系统隐私设置。</translation>
    </message>
    <message>
      <source>The system does not allow this program to use the device. Allow it in the system's privacy settings, then open this window again.</source>
      <translation>系统不允许本程序使用该设备。请在系统隐私设置中允许，然后重新打开此窗口。</translation>
    </message>
    <message>
      <source>The time is called UTC, but may be local time</source>
      <translation>时间标为 UTC，可能是设备本地时间</translation>
    </message>
    <message>
      <source>The time is stamped only on photos taken with this program: other clocks are not ours to vouch for. A line whose fields are all empty is left out.</source>
      <translation>只有用本程序拍摄的照片才加盖时间：其他时钟我们无法担保。字段全为空的行不印。</translation>
    </message>
    <message>
      <source>The time-stamp authority confirmed no time ({server}: {reason}).</source>
      <translation>时间戳机构未能确认时间（{server}：{reason}）。</translation>
    </message>
    <message>
      <source>The two differ in nothing; what only one of them says is kept.</source>
      <translation>两者没有不同之处；只有一方填写的内容会保留。</translation>
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation>两次输入的口令不同。</translation>
    </message>
    <message>
      <source>The values can no longer be read</source>
      <translation>这些值已无法读取</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>There for</source>
      <translation>岗位</translation>
    </message>
    <message>
      <source>There is a claim with the report number {report_no} already (case {case}).</source>
      <translation>报案号 {report_no} 已登记（案件 {case}）。</translation>
    </message>
    <message>
      <source>There is already something at {path}.</source>
      <translation>{path} 处已有内容。</translation>
    </message>
    <message>
      <source>There is more than this page shows; the journal has all of it.</source>
      <translation>本页未列出全部变更；完整内容见日志。</translation>
    </message>
    <message>
      <source>There is no DCIM folder in {name}, so it is no camera card.</source>
      <translation>“{name}”里没有 DCIM 文件夹，不是相机存储卡。</translation>
    </message>
    <message>
      <source>There is no answer yet.</source>
      <translation>尚无答复。</translation>
    </message>
    <message>
      <source>There is no file on {name}, or it cannot be read.</source>
      <translation>{name} 上没有文件，或无法读取。</translation>
    </message>
    <message>
      <source>There is no map sheet yet. Your office or a map service gives one.</source>
      <translation>还没有离线地图，可向公司或地图服务单位索取。</translation>
    </message>
    <message>
      <source>There is no photo to copy.</source>
      <translation>没有可生成副本的照片。</translation>
    </message>
    <message>
      <source>There is no photo {number}</source>
      <translation>没有第 {number} 号照片</translation>
    </message>
    <message>
      <source>There is no picture and no file on the clipboard.</source>
      <translation>剪贴板中没有图片或文件。</translation>
    </message>
    <message>
      <source>There is no picture of it.</source>
      <translation>没有可显示的画面。</translation>
    </message>
    <message>
      <source>There is no picture of this photo.</source>
      <translation>这张照片没有可显示的图像。</translation>
    </message>
    <message>
      <source>There is no preview of this file.</source>
      <translation>此文件没有预览。</translation>
    </message>
    <message>
      <source>There is no preview of this page.</source>
      <translation>此页无法预览。</translation>
    </message>
    <message>
      <source>There is no profile at {path} yet.</source>
      <translation>{path} 处还没有档案。</translation>
    </message>
    <message>
      <source>There is no surveyor with an account yet.</source>
      <translation>尚无已开户的查勘员。</translation>
    </message>
    <message>
      <source>There is nothing of yours to deliver yet.</source>
      <translation>您尚无需要交付的内容。</translation>
    </message>
    <message>
      <source>There was no file to import.</source>
      <translation>没有可导入的文件。</translation>
    </message>
    <message>
      <source>These are not the digits that we have. Please try again, or call us.</source>
      <translation>与报案时所留号码不符。请重试，或致电我们。</translation>
    </message>
    <message>
      <source>These sheets cannot be shown: {names}</source>
      <translation>以下地图无法显示：{names}</translation>
    </message>
    <message>
      <source>These we will ask you about:</source>
      <translation>以下内容我们会再向您核实：</translation>
    </message>
    <message>
      <source>These words must not stand in what a party signs</source>
      <translation>当事人要签署的文件中不得出现以下文字</translation>
    </message>
    <message>
      <source>This cannot be below zero</source>
      <translation>不能小于零</translation>
    </message>
    <message>
      <source>This cannot be done as asked ({field}: {reason}).</source>
      <translation>无法按此操作（{field}：{reason}）。</translation>
    </message>
    <message>
      <source>This cannot be more than 100 %</source>
      <translation>不能大于 100 %</translation>
    </message>
    <message>
      <source>This card has 18 digits and begins with 9, an older one 3 letters and 12 digits</source>
      <translation>该证号码为 18 位且首位为 9；旧证为 3 位字母加 12 位数字</translation>
    </message>
    <message>
      <source>This case is not assigned to you.</source>
      <translation>此案件未派给您。</translation>
    </message>
    <message>
      <source>This case needs no papers so far</source>
      <translation>本案目前不需要单证</translation>
    </message>
    <message>
      <source>This claim is cancelled since {at}, by {who}: {reason}</source>
      <translation>本案已于 {at} 由 {who} 注销：{reason}</translation>
    </message>
    <message>
      <source>This computer cannot play it ({codec}). The original is unchanged in the case and can be exported.</source>
      <translation>本机无法播放（{codec}）。原件在案卷中未变，可导出后在别处播放。</translation>
    </message>
    <message>
      <source>This computer has no loudspeaker: it is played without sound.</source>
      <translation>本机没有扬声器，播放时没有声音。</translation>
    </message>
    <message>
      <source>This connection is not encrypted: others on the way can read what is sent. Ask for an https address.</source>
      <translation>此连接未加密：途中他人可读到所发内容。请索取 https 地址。</translation>
    </message>
    <message>
      <source>This could not be done.</source>
      <translation>操作未能完成。</translation>
    </message>
    <message>
      <source>This does not look like a plate of the kind its character says</source>
      <translation>与号牌上的种类字不相符</translation>
    </message>
    <message>
      <source>This does not look like one phone number</source>
      <translation>这不像一个电话号码</translation>
    </message>
    <message>
      <source>This file is no picture that can be kept: PNG or JPEG, up to 32 MB.</source>
      <translation>该文件不是可保存的图片：请选择不超过 32 MB 的 PNG 或 JPEG。</translation>
    </message>
    <message>
      <source>This folder is not a complete export.</source>
      <translation>此文件夹不是完整的导出。</translation>
    </message>
    <message>
      <source>This is no company code: it has no letters I, O, S, V, Z, and digits in places 3 to 8</source>
      <translation>不是统一社会信用代码：不含字母 I、O、S、V、Z，第 3 至 8 位为数字</translation>
    </message>
    <message>
      <source>This is not a PDF that can be checked.</source>
      <translation>这不是可核验的 PDF。</translation>
    </message>
    <message>
      <source>This is not possible now: {bars}.</source>
      <translation>目前不能进行：{bars}。</translation>
    </message>
    <message>
      <source>This is not the centre that enrolled this laptop before. Nothing was sent to it. Ask the office by telephone: only if it reads out the new fingerprint, trust it.

Fingerprint so far:
{known}

New fingerprint:
{found}</source>
      <translation>这不是之前为本电脑注册的中心，未向其发送任何内容。请电话询问公司：只有公司念出的指纹与新指纹一致，才信任它。

原指纹：
{known}

新指纹：
{found}</translation>
    </message>
    <message>
      <source>This is not the passphrase.</source>
      <translation>口令不正确。</translation>
    </message>
    <message>
      <source>This is too large: at most {count} files at once, each of at most {size} MB.</source>
      <translation>文件太大：一次最多{count}个文件，每个不超过{size} MB。</translation>
    </message>
    <message>
      <source>This is what will leave</source>
      <translation>将要发出的内容</translation>
    </message>
    <message>
      <source>This keeps your claim from whoever finds this link.</source>
      <translation>这样，别人得到这个链接也看不到您的案件。</translation>
    </message>
    <message>
      <source>This laptop</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>This laptop and the centre could not agree.</source>
      <translation>本机与中心未能达成一致。</translation>
    </message>
    <message>
      <source>This laptop is in no network. Open its hotspot, or join the phone's.</source>
      <translation>本机没有连接任何网络。请打开本机热点，或连接手机的热点。</translation>
    </message>
    <message>
      <source>This laptop is not enrolled at a centre yet.</source>
      <translation>本机尚未在中心注册。</translation>
    </message>
    <message>
      <source>This link leads nowhere any more.</source>
      <translation>此链接已失效。</translation>
    </message>
    <message>
      <source>This network is metered: the centre has signed for entries and previews. Originals go by themselves once it is another one.</source>
      <translation>当前网络按流量计费：中心已对记录和预览图签收。换用其他网络后，原始文件会自动发送。</translation>
    </message>
    <message>
      <source>This older case file could not be brought to this version.</source>
      <translation>此旧案件文件无法升级到当前版本。</translation>
    </message>
    <message>
      <source>This page</source>
      <translation>本页</translation>
    </message>
    <message>
      <source>This page needs JavaScript to send files as they are.</source>
      <translation>本页需要 JavaScript 才能原样传送文件。</translation>
    </message>
    <message>
      <source>This passphrase does not open the profile.</source>
      <translation>此口令不能打开档案。</translation>
    </message>
    <message>
      <source>This permit has 8 digits</source>
      <translation>该通行证号码为 8 位数字</translation>
    </message>
    <message>
      <source>This permit has H or M and 8 digits</source>
      <translation>该通行证号码为 H 或 M 加 8 位数字</translation>
    </message>
    <message>
      <source>This record belongs to the office or to another surveyor.</source>
      <translation>此记录属于内勤或其他查勘员。</translation>
    </message>
    <message>
      <source>This recording is still being made; it can be played once it is stored.</source>
      <translation>该录制尚未完成，存入后即可播放。</translation>
    </message>
    <message>
      <source>This recovery code does not open the profile.</source>
      <translation>此恢复码不能打开档案。</translation>
    </message>
    <message>
      <source>This report number was opened before.</source>
      <translation>该报案号已登记过。</translation>
    </message>
    <message>
      <source>This text was typed over but is not corrected yet. Ctrl+Enter corrects it, Esc takes it back.</source>
      <translation>此处文字已改动但尚未更正。按 Ctrl+Enter 作出更正，按 Esc 撤回。</translation>
    </message>
    <message>
      <source>This was not taken</source>
      <translation>未能接收</translation>
    </message>
    <message>
      <source>Thursday</source>
      <translation>星期四</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Time (UTC)</source>
      <translation>时间 (UTC)</translation>
    </message>
    <message>
      <source>Time limit</source>
      <translation>时限</translation>
    </message>
    <message>
      <source>Time limits</source>
      <translation>时限</translation>
    </message>
    <message>
      <source>Time limits and before departure</source>
      <translation>时限与出发前核对</translation>
    </message>
    <message>
      <source>Time limits of the law and the clauses</source>
      <translation>法定与条款时限</translation>
    </message>
    <message>
      <source>Times and departure</source>
      <translation>时限与出发</translation>
    </message>
    <message>
      <source>To</source>
      <translation>收件人</translation>
    </message>
    <message>
      <source>To be answered by</source>
      <translation>答复期限</translation>
    </message>
    <message>
      <source>To deliver</source>
      <translation>待交付</translation>
    </message>
    <message>
      <source>To look at; no judgement of anybody.</source>
      <translation>仅供留意，不作任何评判。</translation>
    </message>
    <message>
      <source>To the beginning</source>
      <translation>返回首页</translation>
    </message>
    <message>
      <source>To the desk</source>
      <translation>进入理赔台</translation>
    </message>
    <message>
      <source>To the report</source>
      <translation>前往报告</translation>
    </message>
    <message>
      <source>To the shot list</source>
      <translation>转到拍摄清单</translation>
    </message>
    <message>
      <source>To the surveyor, also as photos</source>
      <translation>交给查勘员，也可拍照发送</translation>
    </message>
    <message>
      <source>To the vehicle</source>
      <translation>转到车辆图</translation>
    </message>
    <message>
      <source>To which organisation</source>
      <translation>移交给哪个机构</translation>
    </message>
    <message>
      <source>Told in person, signing refused · {at}</source>
      <translation>已当面告知，拒绝签收 · {at}</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>Total in CNY</source>
      <translation>合计（人民币元）</translation>
    </message>
    <message>
      <source>Totals</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>Touch where the vehicle is hit. Each damaged part is one line with what it costs.</source>
      <translation>请点按车辆受损处。每个受损部件一行，并写明费用。</translation>
    </message>
    <message>
      <source>Towing, crane, guarding, drying: who was paid for what, from when to when, and what else was saved.</source>
      <translation>拖车、吊车、看护、干燥：付给谁、何种费用、起止时间、还救了什么。</translation>
    </message>
    <message>
      <source>Tried too often. Please wait {seconds} seconds.</source>
      <translation>尝试次数过多，请等待 {seconds} 秒。</translation>
    </message>
    <message>
      <source>Trust this other centre</source>
      <translation>信任这一新中心</translation>
    </message>
    <message>
      <source>Trusted, as chosen: {name}</source>
      <translation>信任的签发机构（自选）：{name}</translation>
    </message>
    <message>
      <source>Trusted, by your profile: {name}</source>
      <translation>信任的签发机构（来自您的档案）：{name}</translation>
    </message>
    <message>
      <source>Try again later, or name another authority.</source>
      <translation>请稍后再试，或指定另一机构。</translation>
    </message>
    <message>
      <source>Try fewer photos a page; if it happens again, call the office.</source>
      <translation>请减少每页照片数；若再次发生，请致电内勤。</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>立即重试</translation>
    </message>
    <message>
      <source>Trying again now…</source>
      <translation>正在重试…</translation>
    </message>
    <message>
      <source>Tuesday</source>
      <translation>星期二</translation>
    </message>
    <message>
      <source>Turn back</source>
      <translation>转回</translation>
    </message>
    <message>
      <source>Turn round</source>
      <translation>转向对方</translation>
    </message>
    <message>
      <source>Turn the view left (Shift+R); the original is not turned</source>
      <translation>视图向左旋转 (Shift+R);原片不旋转</translation>
    </message>
    <message>
      <source>Turn the view right (R); the original is not turned</source>
      <translation>视图向右旋转 (R);原片不旋转</translation>
    </message>
    <message numerus="yes">
      <source>Two people are one now; %n record(s) name the one that stays</source>
      <translation>
        <numerusform>已合并为一人；%n 条记录改为指向保留者。</numerusform>
      </translation>
    </message>
    <message>
      <source>Type it with care: most cards lock themselves after a few wrong ones.</source>
      <translation>请仔细输入：多数卡在几次错误后会自行锁定。</translation>
    </message>
    <message>
      <source>Typed, but not corrected yet</source>
      <translation>已输入，尚未更正</translation>
    </message>
    <message>
      <source>Unconfirmed</source>
      <translation>未经证实</translation>
    </message>
    <message>
      <source>Undamaged records and originals can still be read.</source>
      <translation>未损坏的记录和原件仍可读取。</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Undo (Ctrl+Z)</source>
      <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>解锁</translation>
    </message>
    <message>
      <source>Unlock your cases</source>
      <translation>解锁您的案件</translation>
    </message>
    <message>
      <source>Unlocking…</source>
      <translation>正在解锁…</translation>
    </message>
    <message>
      <source>Unplug the device, plug it in again and start once more, or choose another one.</source>
      <translation>请拔下设备重新插上后再录，或改用其他设备。</translation>
    </message>
    <message>
      <source>Unsigned, for screen readers (PDF/UA-1)</source>
      <translation>未签名，供读屏软件使用 (PDF/UA-1)</translation>
    </message>
    <message>
      <source>Until (UTC)</source>
      <translation>至（UTC）</translation>
    </message>
    <message>
      <source>Update Surveyor on this laptop, then open it again.</source>
      <translation>请更新本机的 Surveyor 后再打开。</translation>
    </message>
    <message>
      <source>Update Surveyor, or call the office.</source>
      <translation>请更新 Surveyor，或致电内勤。</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>采用</translation>
    </message>
    <message>
      <source>Use a certificate file…</source>
      <translation>使用证书文件…</translation>
    </message>
    <message>
      <source>Use the fields that are offered, {lines} lines at most, each of {characters} characters at most.</source>
      <translation>请使用所列字段，最多 {lines} 行，每行不超过 {characters} 个字符。</translation>
    </message>
    <message>
      <source>Use the smart card…</source>
      <translation>使用智能卡…</translation>
    </message>
    <message>
      <source>Use this figure</source>
      <translation>采用此数值</translation>
    </message>
    <message>
      <source>User</source>
      <translation>用户</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>用户名</translation>
    </message>
    <message>
      <source>User name (as the office knows you)</source>
      <translation>用户名（内勤登记的）</translation>
    </message>
    <message>
      <source>User name or password is wrong.</source>
      <translation>账号或密码不正确。</translation>
    </message>
    <message>
      <source>Valid</source>
      <translation>有效期</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>估值</translation>
    </message>
    <message>
      <source>Vehicle</source>
      <translation>车辆</translation>
    </message>
    <message>
      <source>Vehicle seen from above</source>
      <translation>车辆俯视图</translation>
    </message>
    <message>
      <source>Vehicles</source>
      <translation>车辆</translation>
    </message>
    <message>
      <source>Vehicles ({count})</source>
      <translation>车辆（{count}）</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Very many reports are coming in. Please call us, or try again in {seconds} seconds; what you typed is still here.</source>
      <translation>现在报案很多。请致电我们，或在{seconds}秒后再试；您填写的内容仍在。</translation>
    </message>
    <message>
      <source>Video</source>
      <translation>视频</translation>
    </message>
    <message>
      <source>View turned by {angle}°; the original is unchanged</source>
      <translation>视图已旋转 {angle}°;原片未改动</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>跟踪</translation>
    </message>
    <message>
      <source>Visits ({count})</source>
      <translation>跟踪（{count}）</translation>
    </message>
    <message>
      <source>WGS 84 (satellites, photos)</source>
      <translation>WGS 84（卫星、照片）</translation>
    </message>
    <message>
      <source>Wait that long, then try once more. If it was not you who tried, tell the office.</source>
      <translation>请等待后再试一次。如果不是本人尝试，请告知内勤。</translation>
    </message>
    <message>
      <source>Waiting for a phone.</source>
      <translation>等待手机连接。</translation>
    </message>
    <message>
      <source>Waiting for the camera</source>
      <translation>正在等待摄像头</translation>
    </message>
    <message>
      <source>Waits for</source>
      <translation>等待</translation>
    </message>
    <message>
      <source>Warning</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Was not present</source>
      <translation>未在场</translation>
    </message>
    <message>
      <source>Was read and signed</source>
      <translation>已告知并签名</translation>
    </message>
    <message>
      <source>Was read; sign later</source>
      <translation>已告知，稍后签名</translation>
    </message>
    <message>
      <source>Watch a folder</source>
      <translation>监视文件夹</translation>
    </message>
    <message>
      <source>Watch a folder, or stop</source>
      <translation>监视文件夹或停止监视</translation>
    </message>
    <message>
      <source>Watch a folder…</source>
      <translation>监视文件夹…</translation>
    </message>
    <message>
      <source>Watch the scanner's folder, or stop</source>
      <translation>监视扫描仪文件夹或停止监视</translation>
    </message>
    <message>
      <source>Watching {name}</source>
      <translation>正在监视 {name}</translation>
    </message>
    <message>
      <source>We cannot see anything in “{name}”. Please take the photo again and send it.</source>
      <translation>“{name}”看不清内容。请重新拍照后发送。</translation>
    </message>
    <message>
      <source>We could not use what we have:</source>
      <translation>已交的资料无法使用：</translation>
    </message>
    <message>
      <source>We have your complaint and will answer it here. Thank you for telling us.</source>
      <translation>我们已收到您的投诉，将在这里答复。谢谢您告诉我们。</translation>
    </message>
    <message>
      <source>We have your report.</source>
      <translation>我们已收到您的报案。</translation>
    </message>
    <message>
      <source>We will call you back.</source>
      <translation>我们会给您回电。</translation>
    </message>
    <message>
      <source>Webcam</source>
      <translation>摄像头</translation>
    </message>
    <message>
      <source>Wednesday</source>
      <translation>星期三</translation>
    </message>
    <message>
      <source>What</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>What became of the files</source>
      <translation>文件处理结果</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>您要做什么？</translation>
    </message>
    <message>
      <source>What else was found</source>
      <translation>其他发现</translation>
    </message>
    <message>
      <source>What has come</source>
      <translation>已收到的文件</translation>
    </message>
    <message>
      <source>What if</source>
      <translation>假设</translation>
    </message>
    <message>
      <source>What if:</source>
      <translation>假设：</translation>
    </message>
    <message>
      <source>What if: own share in %</source>
      <translation>假设：我方责任比例 %</translation>
    </message>
    <message>
      <source>What is corrected voids the signatures of its page and of all later ones</source>
      <translation>更正将使该页及其后各页的签名失效</translation>
    </message>
    <message>
      <source>What is left has a value and somebody who keeps it; what the insured keeps is deducted.</source>
      <translation>损余物有估值和归属；归被保险人的予以扣减。</translation>
    </message>
    <message>
      <source>What is to be added or corrected is taken down in a supplementary statement that refers to this one.</source>
      <translation>需要补充或更正的内容，请另作补充笔录并注明本笔录。</translation>
    </message>
    <message>
      <source>What is to be changed</source>
      <translation>需修改的内容</translation>
    </message>
    <message>
      <source>What it asks about a photo, a loss or a statement stands here, and is answered here, offline as well.</source>
      <translation>理赔中心对照片、损失或笔录提出的要求显示在这里，离线时也可在此答复。</translation>
    </message>
    <message>
      <source>What it is</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>What it is about and when you can be reached, if you like</source>
      <translation>可以写下事由和方便接听的时间</translation>
    </message>
    <message>
      <source>What raised it</source>
      <translation>触发事实</translation>
    </message>
    <message>
      <source>What shows this paper?</source>
      <translation>哪些材料是此单证？</translation>
    </message>
    <message>
      <source>What speaks against it</source>
      <translation>不成立之处</translation>
    </message>
    <message>
      <source>What stands on the pages changed since they were laid out to be signed: a name, a consent, an answer.</source>
      <translation>页面排定待签后内容有变化：姓名、同意或答复。</translation>
    </message>
    <message>
      <source>What the check came to</source>
      <translation>核验结论</translation>
    </message>
    <message>
      <source>What the losses come to</source>
      <translation>损失合计</translation>
    </message>
    <message>
      <source>What the person agreed to</source>
      <translation>本人同意事项</translation>
    </message>
    <message>
      <source>What was done to accounts</source>
      <translation>账号变动记录</translation>
    </message>
    <message>
      <source>What was drawn is not given yet. Next keeps it; leaving now drops it.</source>
      <translation>所画内容尚未确认。按“下一步”保存；现在离开则丢弃。</translation>
    </message>
    <message>
      <source>What was known before still counts.</source>
      <translation>此前已知的仍然有效。</translation>
    </message>
    <message>
      <source>What was recorded before is kept.</source>
      <translation>此前录下的内容已保存。</translation>
    </message>
    <message>
      <source>What was reported as stored is safe.</source>
      <translation>已报告保存的文件是安全的。</translation>
    </message>
    <message>
      <source>What was reported, and the policy it concerns</source>
      <translation>报案内容及相关保单</translation>
    </message>
    <message>
      <source>What was signed before is as it was.</source>
      <translation>此前已签名的内容保持不变。</translation>
    </message>
    <message>
      <source>What was signed before stays. Staff and the witness sign the refusal; it is evidence too.</source>
      <translation>此前的签名保留。由询问人和见证人签署拒签情况，该记录同样是证据。</translation>
    </message>
    <message>
      <source>What went wrong</source>
      <translation>哪里让您不满意</translation>
    </message>
    <message>
      <source>What will be signed</source>
      <translation>将要签署的内容</translation>
    </message>
    <message>
      <source>Whatever names the one that goes names the other from then on; what is signed stays as it was signed.</source>
      <translation>凡指向被撤回者的内容此后指向保留者；已签名的内容保持签名时的样子。</translation>
    </message>
    <message>
      <source>When it applies</source>
      <translation>适用时拍</translation>
    </message>
    <message>
      <source>When it is needed</source>
      <translation>何时需要</translation>
    </message>
    <message>
      <source>When it was sent</source>
      <translation>发送时间</translation>
    </message>
    <message>
      <source>When this photo shows the clock page of the laptop</source>
      <translation>当这张照片拍的是本机的时钟页时使用</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>部位</translation>
    </message>
    <message>
      <source>Where it stands</source>
      <translation>案件进度</translation>
    </message>
    <message>
      <source>Where second copies are kept</source>
      <translation>第二副本存放处</translation>
    </message>
    <message>
      <source>Where the office sent none, the policies are written down here; they decide which checks are asked.</source>
      <translation>内勤未提供时在此登记保单；查勘项据此确定。</translation>
    </message>
    <message>
      <source>Which</source>
      <translation>对象</translation>
    </message>
    <message>
      <source>Which covers there are, with limit, sum insured and deductible.</source>
      <translation>登记承保险种及其限额、保额与免赔。</translation>
    </message>
    <message>
      <source>Which one is right?</source>
      <translation>哪一个正确？</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>操作人</translation>
    </message>
    <message>
      <source>Who and what was involved</source>
      <translation>涉及的人员和车辆</translation>
    </message>
    <message>
      <source>Who saw what</source>
      <translation>查阅记录</translation>
    </message>
    <message>
      <source>Who signs</source>
      <translation>签署人</translation>
    </message>
    <message>
      <source>Who takes it</source>
      <translation>签收人</translation>
    </message>
    <message>
      <source>Who was hurt, where they are treated, each visit to them and what it costs.</source>
      <translation>谁受了伤、在哪里治疗、每次探视及费用。</translation>
    </message>
    <message>
      <source>Whole folder…</source>
      <translation>整个文件夹…</translation>
    </message>
    <message>
      <source>Whole page or full width (Ctrl+0)</source>
      <translation>整页或适合宽度（Ctrl+0）</translation>
    </message>
    <message>
      <source>Whole picture (0, Ctrl+0)</source>
      <translation>整张照片(0、Ctrl+0)</translation>
    </message>
    <message>
      <source>Whom it is proposed to, and why</source>
      <translation>派工建议及理由</translation>
    </message>
    <message>
      <source>Whom to ask?</source>
      <translation>向谁调查？</translation>
    </message>
    <message>
      <source>Whose share</source>
      <translation>当事方</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>Why asked again</source>
      <translation>再次告知原因</translation>
    </message>
    <message>
      <source>Why does it not apply?</source>
      <translation>为何不适用？</translation>
    </message>
    <message>
      <source>Why is it not acceptable?</source>
      <translation>为何不合格？</translation>
    </message>
    <message>
      <source>Why is it withdrawn?</source>
      <translation>为何撤回？</translation>
    </message>
    <message>
      <source>Why it is accepted all the same</source>
      <translation>仍予通过的原因</translation>
    </message>
    <message>
      <source>Why it is corrected (optional)</source>
      <translation>更正理由（可不填）</translation>
    </message>
    <message>
      <source>Why it is taken back (optional)</source>
      <translation>撤回理由（可不填）</translation>
    </message>
    <message>
      <source>Why there is to be a second claim of this report number</source>
      <translation>为何同一报案号另立一案</translation>
    </message>
    <message numerus="yes">
      <source>With a layer of %n shape(s); the original is without.</source>
      <translation>
        <numerusform>含标注层(%n 个图形);原片上没有。</numerusform>
      </translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Withdraw measurement…</source>
      <translation>撤回测量…</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <source>Withdrawn vehicle</source>
      <translation>已撤回的车辆</translation>
    </message>
    <message>
      <source>Withdrawn: {reason}</source>
      <translation>已撤回：{reason}</translation>
    </message>
    <message>
      <source>Withdraw…</source>
      <translation>撤回…</translation>
    </message>
    <message>
      <source>Without a number</source>
      <translation>无编号</translation>
    </message>
    <message>
      <source>Without a number the case starts at once; the office's number is joined to it later.</source>
      <translation>没有编号也可立即开始；报案号稍后补上。</translation>
    </message>
    <message>
      <source>Witness</source>
      <translation>证人</translation>
    </message>
    <message>
      <source>Witness of the refusal</source>
      <translation>拒签见证人</translation>
    </message>
    <message>
      <source>Witnesses ({count})</source>
      <translation>证人（{count}）</translation>
    </message>
    <message>
      <source>Wording of the consent</source>
      <translation>同意文本</translation>
    </message>
    <message>
      <source>Work queues</source>
      <translation>工作队列</translation>
    </message>
    <message>
      <source>Works, for example 08:30-17:30; empty is free</source>
      <translation>上班时间，例如 08:30-17:30；空白为休息</translation>
    </message>
    <message>
      <source>Write by pen, finger or mouse; Ctrl+Z takes the last stroke back</source>
      <translation>可用笔、手指或鼠标书写；Ctrl+Z 撤回上一笔</translation>
    </message>
    <message>
      <source>Write down questions and answers in the person's own words. Enter leads to the next answer, Ctrl+Enter to the next question.</source>
      <translation>按本人原话记录问答。回车到下一回答，Ctrl+回车到下一问题。</translation>
    </message>
    <message>
      <source>Write down what is agreed to: who, for what, how long</source>
      <translation>请写明同意的内容：由谁、用于何事、多长时间</translation>
    </message>
    <message>
      <source>Write it down or print it: if you forget the passphrase, only this code opens your cases. Once you have typed two groups of it, it is never shown again.</source>
      <translation>请抄下或打印：忘记口令时，只有此码能打开您的案件。输入其中两组之后，不再显示。</translation>
    </message>
    <message>
      <source>Write the copies…</source>
      <translation>生成副本…</translation>
    </message>
    <message>
      <source>Write the remark</source>
      <translation>提出意见</translation>
    </message>
    <message>
      <source>Write to the customer</source>
      <translation>给客户发送</translation>
    </message>
    <message>
      <source>Write to us</source>
      <translation>联系我们</translation>
    </message>
    <message>
      <source>Write what was seen and said; the office decides on cover and tells the customer itself.</source>
      <translation>请只写看到和听到的事实；是否属于保险责任由公司决定并告知客户。</translation>
    </message>
    <message>
      <source>Writing copies</source>
      <translation>正在生成副本</translation>
    </message>
    <message>
      <source>YYYY</source>
      <translation>年</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>You</source>
      <translation>本人</translation>
    </message>
    <message>
      <source>You are drawing on a layer of its own. The original stays as it was stored.</source>
      <translation>标注画在单独的标注层上，原片保持存入时的样子。</translation>
    </message>
    <message>
      <source>You are signed in.</source>
      <translation>已登录。</translation>
    </message>
    <message>
      <source>You are told what holds, what does not, and who vouches for each part. Nothing is changed, and nothing leaves this laptop.</source>
      <translation>逐项告知哪些成立、哪些不成立，由谁证实。不改动任何内容，也不向外发送任何内容。</translation>
    </message>
    <message>
      <source>You can call us:</source>
      <translation>您可以致电：</translation>
    </message>
    <message>
      <source>Your answer</source>
      <translation>您的答复</translation>
    </message>
    <message>
      <source>Your cases are locked and safe.</source>
      <translation>您的案件已锁定，安全。</translation>
    </message>
    <message>
      <source>Your cases are not touched.</source>
      <translation>您的案件未受影响。</translation>
    </message>
    <message>
      <source>Your claim</source>
      <translation>您的案件</translation>
    </message>
    <message>
      <source>Your name (as it stands on the report)</source>
      <translation>您的姓名（报告上所用）</translation>
    </message>
    <message>
      <source>Your new recovery code</source>
      <translation>您的新恢复码</translation>
    </message>
    <message>
      <source>Your phone</source>
      <translation>您的电话</translation>
    </message>
    <message>
      <source>Your recovery code</source>
      <translation>您的恢复码</translation>
    </message>
    <message>
      <source>Your reference:</source>
      <translation>您的查询编号：</translation>
    </message>
    <message>
      <source>Your work is safe on this laptop.</source>
      <translation>您的工作安全地保存在本机。</translation>
    </message>
    <message>
      <source>Zoom and pan both together (S)</source>
      <translation>两张同步缩放和移动 (S)</translation>
    </message>
    <message>
      <source>a case file is opened by its profile alone</source>
      <translation>案件文件只能由其所属的用户档案打开</translation>
    </message>
    <message>
      <source>a draft has no accessible copy</source>
      <translation>草稿没有无障碍副本</translation>
    </message>
    <message>
      <source>a figure or a word is missing</source>
      <translation>缺少数字或名称</translation>
    </message>
    <message>
      <source>a second reviewer</source>
      <translation>须复审</translation>
    </message>
    <message>
      <source>a sign is missing</source>
      <translation>缺少符号</translation>
    </message>
    <message>
      <source>aborted</source>
      <translation>已中止</translation>
    </message>
    <message>
      <source>absent or already signed</source>
      <translation>不存在或已签名</translation>
    </message>
    <message>
      <source>accidents from {first}</source>
      <translation>{first} 起出险</translation>
    </message>
    <message>
      <source>accidents from {first} to {last}</source>
      <translation>{first} 至 {last} 出险</translation>
    </message>
    <message>
      <source>accidents until {last}</source>
      <translation>{last} 以前出险</translation>
    </message>
    <message>
      <source>all together {amount}</source>
      <translation>全部合计 {amount}</translation>
    </message>
    <message>
      <source>already there</source>
      <translation>已存在</translation>
    </message>
    <message>
      <source>always</source>
      <translation>始终有效</translation>
    </message>
    <message>
      <source>an id stands twice</source>
      <translation>标识重复</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>另有 %n 项</numerusform>
      </translation>
    </message>
    <message>
      <source>another case</source>
      <translation>属于另一案件</translation>
    </message>
    <message>
      <source>as before</source>
      <translation>此前已记录</translation>
    </message>
    <message>
      <source>asked</source>
      <translation>已问</translation>
    </message>
    <message>
      <source>at the centre itself</source>
      <translation>中心本机</translation>
    </message>
    <message>
      <source>away until {what}</source>
      <translation>外出至 {what}</translation>
    </message>
    <message>
      <source>bad signature</source>
      <translation>签名不成立</translation>
    </message>
    <message>
      <source>below 0</source>
      <translation>小于 0</translation>
    </message>
    <message>
      <source>bounds</source>
      <translation>超出范围</translation>
    </message>
    <message>
      <source>by report number</source>
      <translation>按报案号</translation>
    </message>
    <message>
      <source>cannot be read</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>certificate and key are needed together</source>
      <translation>证书与私钥须一并给出</translation>
    </message>
    <message>
      <source>certificate and key cannot be used together</source>
      <translation>证书与私钥无法配合使用</translation>
    </message>
    <message>
      <source>change: {kind}</source>
      <translation>修改：{kind}</translation>
    </message>
    <message>
      <source>characters or length</source>
      <translation>字符或长度不符</translation>
    </message>
    <message>
      <source>choice between several values</source>
      <translation>多值选择</translation>
    </message>
    <message>
      <source>clipboard</source>
      <translation>剪贴板</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>已停用</translation>
    </message>
    <message>
      <source>confidential</source>
      <translation>保密</translation>
    </message>
    <message>
      <source>copied {time}</source>
      <translation>已复制 {time}</translation>
    </message>
    <message>
      <source>copy not up to date</source>
      <translation>副本未更新</translation>
    </message>
    <message>
      <source>copying…</source>
      <translation>正在复制…</translation>
    </message>
    <message>
      <source>corrected or signed already</source>
      <translation>已更正或已签名</translation>
    </message>
    <message>
      <source>could not be read</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>could not be read ({reason})</source>
      <translation>无法读取（{reason}）</translation>
    </message>
    <message>
      <source>days of waiting for papers deducted</source>
      <translation>已扣除等待资料的天数</translation>
    </message>
    <message>
      <source>death, medical and property</source>
      <translation>须有 death、medical、property 三项</translation>
    </message>
    <message>
      <source>decided already</source>
      <translation>已作出决定</translation>
    </message>
    <message>
      <source>delivered</source>
      <translation>已送达</translation>
    </message>
    <message>
      <source>divided by 0</source>
      <translation>除数为 0</translation>
    </message>
    <message>
      <source>does other kinds of tasks</source>
      <translation>承接其他类型的任务</translation>
    </message>
    <message>
      <source>does this kind of task</source>
      <translation>承接此类任务</translation>
    </message>
    <message>
      <source>done at {time}</source>
      <translation>{time} 办结</translation>
    </message>
    <message>
      <source>due</source>
      <translation>截止</translation>
    </message>
    <message>
      <source>due first</source>
      <translation>按期限</translation>
    </message>
    <message>
      <source>due today</source>
      <translation>今日到期</translation>
    </message>
    <message>
      <source>due within a week</source>
      <translation>一周内到期</translation>
    </message>
    <message>
      <source>easy to guess</source>
      <translation>太容易猜到</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>为空</translation>
    </message>
    <message>
      <source>empty, kept by name</source>
      <translation>空文件，已记录文件名</translation>
    </message>
    <message>
      <source>empty: its name is in the case</source>
      <translation>空文件：文件名已记入案件</translation>
    </message>
    <message>
      <source>empty: there is nothing in it, kept by name</source>
      <translation>空文件：没有内容，已记录文件名</translation>
    </message>
    <message>
      <source>ended</source>
      <translation>结束</translation>
    </message>
    <message>
      <source>file is missing</source>
      <translation>文件缺失</translation>
    </message>
    <message>
      <source>for</source>
      <translation>等待</translation>
    </message>
    <message>
      <source>for another request</source>
      <translation>不是对本次请求的答复</translation>
    </message>
    <message>
      <source>foreign answer</source>
      <translation>答复来自他处</translation>
    </message>
    <message>
      <source>from: {start}</source>
      <translation>起算：{start}</translation>
    </message>
    <message>
      <source>holds the task already</source>
      <translation>已持有该任务</translation>
    </message>
    <message>
      <source>import</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>in the case</source>
      <translation>已存入案件</translation>
    </message>
    <message>
      <source>in the case already</source>
      <translation>案件中已有</translation>
    </message>
    <message>
      <source>interested</source>
      <translation>有利害关系</translation>
    </message>
    <message>
      <source>it is another issuer</source>
      <translation>签发方不是所填的服务</translation>
    </message>
    <message>
      <source>it is another key</source>
      <translation>密钥不同</translation>
    </message>
    <message>
      <source>it is being changed while the report is made</source>
      <translation>生成报告期间正在被修改</translation>
    </message>
    <message>
      <source>it is the file of the report itself</source>
      <translation>与报告是同一个文件</translation>
    </message>
    <message>
      <source>it is the open case itself, or a file of your profile</source>
      <translation>这是当前打开的案件文件或您的配置文件</translation>
    </message>
    <message>
      <source>it stood in a copy of the case that went another way; its content was taken over</source>
      <translation>它写在另一分支的副本中；内容已接续</translation>
    </message>
    <message>
      <source>it was delivered already</source>
      <translation>已经送达</translation>
    </message>
    <message>
      <source>it was signed without an accessible copy</source>
      <translation>签名时没有生成无障碍副本</translation>
    </message>
    <message>
      <source>it would erase something, but two people of the office did not agree to it</source>
      <translation>它要删除内容，但未经公司两人同意</translation>
    </message>
    <message>
      <source>it would erase what was delivered already, and only the office may do that</source>
      <translation>它要删除的内容已经交付，只有内勤可以删除</translation>
    </message>
    <message>
      <source>its answer cannot be read</source>
      <translation>其答复无法读取</translation>
    </message>
    <message>
      <source>its author may not write this record</source>
      <translation>作者无权写入此记录</translation>
    </message>
    <message>
      <source>its card or folder was taken away</source>
      <translation>其存储卡或文件夹已被移走</translation>
    </message>
    <message>
      <source>its evidence was withdrawn</source>
      <translation>对应的证据材料已撤回</translation>
    </message>
    <message>
      <source>its keys cannot be read</source>
      <translation>其密钥无法读取</translation>
    </message>
    <message>
      <source>its signatures do not hold</source>
      <translation>其签名不成立</translation>
    </message>
    <message>
      <source>its time is over</source>
      <translation>已过期</translation>
    </message>
    <message>
      <source>its tractor is missing</source>
      <translation>缺少其牵引车</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>达标</translation>
    </message>
    <message>
      <source>key {key}</source>
      <translation>按键 {key}</translation>
    </message>
    <message>
      <source>keys must be strings</source>
      <translation>键必须是字符串</translation>
    </message>
    <message>
      <source>late, at {time}</source>
      <translation>超时，{time}</translation>
    </message>
    <message>
      <source>length</source>
      <translation>长度不符</translation>
    </message>
    <message>
      <source>locked after too many wrong digits</source>
      <translation>因多次输错已锁定</translation>
    </message>
    <message>
      <source>locked out</source>
      <translation>已停用</translation>
    </message>
    <message>
      <source>measured {time} UTC</source>
      <translation>测于 {time} UTC</translation>
    </message>
    <message>
      <source>merging of two people</source>
      <translation>合并人员</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>缺</translation>
    </message>
    <message>
      <source>more than one text message</source>
      <translation>超过一条短信</translation>
    </message>
    <message>
      <source>naive time</source>
      <translation>时间没有时区</translation>
    </message>
    <message>
      <source>names what is not in the table</source>
      <translation>所指项目不在表中</translation>
    </message>
    <message>
      <source>neither true nor false</source>
      <translation>既不是 true 也不是 false</translation>
    </message>
    <message>
      <source>new: {kind}</source>
      <translation>新增：{kind}</translation>
    </message>
    <message>
      <source>newest first</source>
      <translation>最新在前</translation>
    </message>
    <message>
      <source>nine of ten within</source>
      <translation>九成不超过</translation>
    </message>
    <message>
      <source>no</source>
      <translation>否</translation>
    </message>
    <message>
      <source>no UUID</source>
      <translation>不是 UUID</translation>
    </message>
    <message>
      <source>no address</source>
      <translation>不是地址</translation>
    </message>
    <message>
      <source>no backup of a centre</source>
      <translation>不是中心的备份</translation>
    </message>
    <message>
      <source>no centre there</source>
      <translation>该处没有中心</translation>
    </message>
    <message>
      <source>no certificate in the file</source>
      <translation>文件中没有证书</translation>
    </message>
    <message>
      <source>no difference</source>
      <translation>没有差异</translation>
    </message>
    <message>
      <source>no draft any more</source>
      <translation>已不是草稿</translation>
    </message>
    <message>
      <source>no e-mail address</source>
      <translation>不是邮箱地址</translation>
    </message>
    <message>
      <source>no key was given</source>
      <translation>未给出密钥</translation>
    </message>
    <message>
      <source>no open task</source>
      <translation>没有未完成的任务</translation>
    </message>
    <message>
      <source>no phone number</source>
      <translation>不是电话号码</translation>
    </message>
    <message>
      <source>no reason given</source>
      <translation>未说明原因</translation>
    </message>
    <message>
      <source>no rules</source>
      <translation>没有规则</translation>
    </message>
    <message>
      <source>no span of time</source>
      <translation>不是时间段</translation>
    </message>
    <message>
      <source>no such figure</source>
      <translation>没有这个数字</translation>
    </message>
    <message>
      <source>no such signature field</source>
      <translation>没有这个签名栏</translation>
    </message>
    <message>
      <source>no such vehicle</source>
      <translation>没有这辆车</translation>
    </message>
    <message>
      <source>no such word</source>
      <translation>没有这个名称</translation>
    </message>
    <message>
      <source>no time</source>
      <translation>无时间</translation>
    </message>
    <message>
      <source>no time-stamp authority is named</source>
      <translation>未指定时间戳机构</translation>
    </message>
    <message>
      <source>nobody known vouches for it</source>
      <translation>没有受信任的机构为其作证</translation>
    </message>
    <message>
      <source>none found</source>
      <translation>未找到</translation>
    </message>
    <message>
      <source>not a URL</source>
      <translation>不是 URL</translation>
    </message>
    <message>
      <source>not a boolean</source>
      <translation>不是“是”或“否”</translation>
    </message>
    <message>
      <source>not a date</source>
      <translation>不是日期</translation>
    </message>
    <message>
      <source>not a day</source>
      <translation>不是日期</translation>
    </message>
    <message>
      <source>not a decimal</source>
      <translation>不是数字</translation>
    </message>
    <message>
      <source>not a enum</source>
      <translation>不是可选的值</translation>
    </message>
    <message>
      <source>not a figure</source>
      <translation>不是数字</translation>
    </message>
    <message>
      <source>not a format that can be shown</source>
      <translation>不是可显示的格式</translation>
    </message>
    <message>
      <source>not a formula for each choice</source>
      <translation>并非每个选项都有公式</translation>
    </message>
    <message>
      <source>not a instant</source>
      <translation>不是时刻</translation>
    </message>
    <message>
      <source>not a integer</source>
      <translation>不是整数</translation>
    </message>
    <message>
      <source>not a list</source>
      <translation>不是列表</translation>
    </message>
    <message>
      <source>not a list of tables</source>
      <translation>不是表的列表</translation>
    </message>
    <message>
      <source>not a list of texts</source>
      <translation>不是文字列表</translation>
    </message>
    <message>
      <source>not a multi</source>
      <translation>不是可选值的列表</translation>
    </message>
    <message>
      <source>not a number</source>
      <translation>不是数值</translation>
    </message>
    <message>
      <source>not a number from 0</source>
      <translation>不是大于等于 0 的数值</translation>
    </message>
    <message>
      <source>not a ref</source>
      <translation>不是记录编号</translation>
    </message>
    <message>
      <source>not a table</source>
      <translation>不是表</translation>
    </message>
    <message>
      <source>not a text</source>
      <translation>不是文字</translation>
    </message>
    <message>
      <source>not a time stamp</source>
      <translation>不是时间戳</translation>
    </message>
    <message>
      <source>not a year</source>
      <translation>不是年份</translation>
    </message>
    <message>
      <source>not an id</source>
      <translation>不是标识</translation>
    </message>
    <message>
      <source>not an object</source>
      <translation>不是对象</translation>
    </message>
    <message>
      <source>not answered yet</source>
      <translation>未填</translation>
    </message>
    <message>
      <source>not applicable</source>
      <translation>不适用</translation>
    </message>
    <message>
      <source>not applied</source>
      <translation>尚未生效</translation>
    </message>
    <message>
      <source>not asked for any more</source>
      <translation>已不需要</translation>
    </message>
    <message>
      <source>not being read</source>
      <translation>不在核对中</translation>
    </message>
    <message>
      <source>not chosen</source>
      <translation>未抽中</translation>
    </message>
    <message>
      <source>not enrolled</source>
      <translation>未注册</translation>
    </message>
    <message>
      <source>not in the roster</source>
      <translation>未排班</translation>
    </message>
    <message>
      <source>not kept yet: Keep this calculation</source>
      <translation>尚未保存：请点“保留本次理算”</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>not on duty now</source>
      <translation>目前不当班</translation>
    </message>
    <message>
      <source>not one of its choices</source>
      <translation>不是其选项之一</translation>
    </message>
    <message>
      <source>not open any more</source>
      <translation>已不在办理中</translation>
    </message>
    <message>
      <source>not positive</source>
      <translation>须大于零</translation>
    </message>
    <message>
      <source>not reached, not stored</source>
      <translation>未读到，未保存</translation>
    </message>
    <message>
      <source>not readable</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>not received</source>
      <translation>尚未收到</translation>
    </message>
    <message>
      <source>not started</source>
      <translation>尚未启动</translation>
    </message>
    <message>
      <source>not started here</source>
      <translation>尚未起算</translation>
    </message>
    <message>
      <source>not stored</source>
      <translation>未保存</translation>
    </message>
    <message>
      <source>not the last one any more</source>
      <translation>已不是最新一份</translation>
    </message>
    <message>
      <source>not the office's</source>
      <translation>不属于理赔中心</translation>
    </message>
    <message>
      <source>not the points of this shape</source>
      <translation>点与图形不符</translation>
    </message>
    <message>
      <source>not understood</source>
      <translation>无法识别</translation>
    </message>
    <message>
      <source>not valid now</source>
      <translation>现在无效</translation>
    </message>
    <message>
      <source>nothing for this choice</source>
      <translation>该选项没有对应值</translation>
    </message>
    <message>
      <source>nothing is missing</source>
      <translation>没有缺少的资料</translation>
    </message>
    <message>
      <source>nothing is payable</source>
      <translation>没有应付项目</translation>
    </message>
    <message>
      <source>nothing to take back</source>
      <translation>没有可撤回的内容</translation>
    </message>
    <message>
      <source>of another version</source>
      <translation>版本不同</translation>
    </message>
    <message>
      <source>oldest first</source>
      <translation>最早在前</translation>
    </message>
    <message>
      <source>on duty until {what}</source>
      <translation>当班至 {what}</translation>
    </message>
    <message>
      <source>on its way</source>
      <translation>正在传</translation>
    </message>
    <message>
      <source>one formula, or formulas with the choice they go by</source>
      <translation>须有一个公式，或按选项给出的多个公式</translation>
    </message>
    <message>
      <source>one's own account</source>
      <translation>是本人的账号</translation>
    </message>
    <message>
      <source>only a PDF is checked beside something else</source>
      <translation>只有 PDF 可以与证据包或案件文件对照核验</translation>
    </message>
    <message>
      <source>only here</source>
      <translation>仅本机</translation>
    </message>
    <message>
      <source>only the police can give it</source>
      <translation>只有公安机关能够出具</translation>
    </message>
    <message>
      <source>or choose photos or a PDF</source>
      <translation>或选择照片、PDF</translation>
    </message>
    <message>
      <source>order: {kind}</source>
      <translation>排序：{kind}</translation>
    </message>
    <message>
      <source>overdue</source>
      <translation>已超时</translation>
    </message>
    <message>
      <source>own share in %</source>
      <translation>我方责任比例 %</translation>
    </message>
    <message>
      <source>part of the picture is missing</source>
      <translation>图片部分缺失</translation>
    </message>
    <message>
      <source>partly taken</source>
      <translation>部分已拍</translation>
    </message>
    <message>
      <source>paused since {time}</source>
      <translation>自{time}起暂停</translation>
    </message>
    <message>
      <source>paused, papers are awaited, since</source>
      <translation>等待资料，暂停，自</translation>
    </message>
    <message>
      <source>policies by the clauses {forms}</source>
      <translation>条款为 {forms} 的保单</translation>
    </message>
    <message>
      <source>policies of: {forms}</source>
      <translation>保单：{forms}</translation>
    </message>
    <message>
      <source>present</source>
      <translation>有</translation>
    </message>
    <message>
      <source>reading it failed</source>
      <translation>读取失败</translation>
    </message>
    <message>
      <source>reading it took too long</source>
      <translation>读取超时</translation>
    </message>
    <message>
      <source>reading it took too much memory</source>
      <translation>读取占用内存过多</translation>
    </message>
    <message>
      <source>receipt and signature come together</source>
      <translation>回执与签名须一并提供</translation>
    </message>
    <message>
      <source>receipted</source>
      <translation>已回执</translation>
    </message>
    <message>
      <source>received {time}</source>
      <translation>收到于 {time}</translation>
    </message>
    <message>
      <source>recovered typing</source>
      <translation>恢复的输入</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>被拒绝</translation>
    </message>
    <message>
      <source>refused to testify</source>
      <translation>拒绝作证</translation>
    </message>
    <message>
      <source>restoring: {kind}</source>
      <translation>恢复：{kind}</translation>
    </message>
    <message>
      <source>reviewed</source>
      <translation>已审核</translation>
    </message>
    <message>
      <source>revoked</source>
      <translation>已吊销</translation>
    </message>
    <message>
      <source>runs</source>
      <translation>进行中</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>已保存</translation>
    </message>
    <message>
      <source>saved {time}</source>
      <translation>已保存 {time}</translation>
    </message>
    <message>
      <source>saving…</source>
      <translation>正在保存…</translation>
    </message>
    <message>
      <source>sending</source>
      <translation>发送中</translation>
    </message>
    <message>
      <source>sending {share} %</source>
      <translation>发送中 {share} %</translation>
    </message>
    <message>
      <source>sensitive personal data</source>
      <translation>敏感个人信息</translation>
    </message>
    <message>
      <source>set aside</source>
      <translation>未采用</translation>
    </message>
    <message>
      <source>shot asked for again</source>
      <translation>恢复拍摄要求</translation>
    </message>
    <message>
      <source>shot of photos</source>
      <translation>照片归类</translation>
    </message>
    <message>
      <source>shot that does not apply</source>
      <translation>拍摄项不适用</translation>
    </message>
    <message>
      <source>since</source>
      <translation>自</translation>
    </message>
    <message>
      <source>somebody holds such a task already</source>
      <translation>已有人持有此类任务</translation>
    </message>
    <message>
      <source>source: {where}</source>
      <translation>来源：{where}</translation>
    </message>
    <message>
      <source>starting…</source>
      <translation>正在开始…</translation>
    </message>
    <message>
      <source>stick is away</source>
      <translation>U 盘不在</translation>
    </message>
    <message>
      <source>stored</source>
      <translation>已保存</translation>
    </message>
    <message>
      <source>stored and read back</source>
      <translation>已保存并回读核对</translation>
    </message>
    <message>
      <source>stored without preview</source>
      <translation>已保存，无预览</translation>
    </message>
    <message>
      <source>stored, the picture is damaged</source>
      <translation>已保存，图片损坏</translation>
    </message>
    <message>
      <source>taken</source>
      <translation>已拍</translation>
    </message>
    <message>
      <source>the PIN does not open the token</source>
      <translation>PIN 打不开令牌</translation>
    </message>
    <message>
      <source>the account has another role</source>
      <translation>该账号是另一种角色</translation>
    </message>
    <message>
      <source>the address was refused</source>
      <translation>地址被拒绝</translation>
    </message>
    <message>
      <source>the backup is damaged</source>
      <translation>备份已损坏</translation>
    </message>
    <message>
      <source>the copy was changed since</source>
      <translation>签名后复制件有改动</translation>
    </message>
    <message>
      <source>the device that signed it is not known yet</source>
      <translation>签署它的设备尚未知</translation>
    </message>
    <message>
      <source>the end is before the beginning</source>
      <translation>结束早于开始</translation>
    </message>
    <message>
      <source>the file cannot be read; check the card or its permissions</source>
      <translation>文件无法读取；请检查存储卡或权限</translation>
    </message>
    <message>
      <source>the file is damaged or not what its name says</source>
      <translation>文件损坏或与其名称不符</translation>
    </message>
    <message>
      <source>the file is empty</source>
      <translation>文件为空</translation>
    </message>
    <message>
      <source>the file is not there any more</source>
      <translation>文件已不在原处</translation>
    </message>
    <message>
      <source>the folder cannot be written</source>
      <translation>文件夹无法写入</translation>
    </message>
    <message>
      <source>the folder holds something else</source>
      <translation>该文件夹中有其他内容</translation>
    </message>
    <message>
      <source>the id is not the hash of the key</source>
      <translation>编号不是密钥的哈希</translation>
    </message>
    <message>
      <source>the integer is too large</source>
      <translation>整数过大</translation>
    </message>
    <message>
      <source>the list has changed meanwhile</source>
      <translation>列表在此期间已变化</translation>
    </message>
    <message>
      <source>the module of the token cannot be loaded</source>
      <translation>无法加载令牌的模块</translation>
    </message>
    <message>
      <source>the office certified this name</source>
      <translation>此用户名已由公司认证</translation>
    </message>
    <message>
      <source>the office copy is not signed</source>
      <translation>内部件不签名</translation>
    </message>
    <message>
      <source>the office had locked out the laptop that signed it</source>
      <translation>签名的电脑当时已被公司停用</translation>
    </message>
    <message>
      <source>the parties may not settle this alone</source>
      <translation>依法不得由当事人自行协商</translation>
    </message>
    <message>
      <source>the profile belongs to another user</source>
      <translation>档案属于另一用户</translation>
    </message>
    <message>
      <source>the same</source>
      <translation>相同</translation>
    </message>
    <message>
      <source>the same case</source>
      <translation>是同一案件</translation>
    </message>
    <message>
      <source>the server did not take it</source>
      <translation>邮件服务器未接收</translation>
    </message>
    <message>
      <source>the service cannot be reached</source>
      <translation>无法连接短信服务</translation>
    </message>
    <message>
      <source>the service did not take it</source>
      <translation>短信服务未接收</translation>
    </message>
    <message>
      <source>the statement was signed before, and a signed statement never changes</source>
      <translation>该笔录此前已签名，签名后的笔录不再改动</translation>
    </message>
    <message>
      <source>the token cannot do it</source>
      <translation>令牌无法完成此操作</translation>
    </message>
    <message>
      <source>the token has no such key, or several</source>
      <translation>令牌中没有这把密钥，或不止一把</translation>
    </message>
    <message>
      <source>the token is not there</source>
      <translation>令牌不在</translation>
    </message>
    <message>
      <source>there already</source>
      <translation>已有</translation>
    </message>
    <message>
      <source>there is no such language</source>
      <translation>没有这种语言</translation>
    </message>
    <message>
      <source>too deep</source>
      <translation>嵌套过深</translation>
    </message>
    <message>
      <source>too large to be shown</source>
      <translation>过大，无法显示</translation>
    </message>
    <message>
      <source>too long</source>
      <translation>过长</translation>
    </message>
    <message>
      <source>too many</source>
      <translation>过多</translation>
    </message>
    <message>
      <source>too many points</source>
      <translation>点数过多</translation>
    </message>
    <message>
      <source>too short</source>
      <translation>过短</translation>
    </message>
    <message>
      <source>too slow</source>
      <translation>太慢</translation>
    </message>
    <message>
      <source>too small</source>
      <translation>过小</translation>
    </message>
    <message>
      <source>trust</source>
      <translation>可信度无法识别</translation>
    </message>
    <message>
      <source>two different people are needed</source>
      <translation>须为两个不同的人</translation>
    </message>
    <message>
      <source>unchanged</source>
      <translation>没有变化</translation>
    </message>
    <message>
      <source>unconfirmed</source>
      <translation>未经证实</translation>
    </message>
    <message>
      <source>unconfirmed: {what}</source>
      <translation>未经证实：{what}</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>unknown field</source>
      <translation>未知字段</translation>
    </message>
    <message>
      <source>unknown value</source>
      <translation>未知的取值</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>至 {time}</translation>
    </message>
    <message>
      <source>up to entry</source>
      <translation>截至条目</translation>
    </message>
    <message>
      <source>utc or offset</source>
      <translation>时间或时差有误</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>等待中</translation>
    </message>
    <message>
      <source>with all annotations</source>
      <translation>带全部标注</translation>
    </message>
    <message>
      <source>with what is made unrecognisable alone</source>
      <translation>只保留打码</translation>
    </message>
    <message>
      <source>withdrawal: {kind}</source>
      <translation>撤回：{kind}</translation>
    </message>
    <message>
      <source>without annotations</source>
      <translation>不带标注</translation>
    </message>
    <message>
      <source>works elsewhere: {what}</source>
      <translation>负责其他地区：{what}</translation>
    </message>
    <message>
      <source>works in {what}</source>
      <translation>负责{what}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>zoom {least} to {most}</source>
      <translation>缩放级别 {least} 至 {most}</translation>
    </message>
    <message>
      <source>{a} and {b} have the same ID number: are they the same person?</source>
      <translation>{a}与{b}的证件号码相同：是否为同一人？</translation>
    </message>
    <message>
      <source>{a} was entered twice with the same phone: is it the same person?</source>
      <translation>{a}以同一电话录入了两次：是否为同一人？</translation>
    </message>
    <message>
      <source>{basis}, provisional</source>
      <translation>{basis}（暂定）</translation>
    </message>
    <message>
      <source>{count} a minute</source>
      <translation>每分钟 {count} 个</translation>
    </message>
    <message>
      <source>{count} a second</source>
      <translation>每秒 {count} 个</translation>
    </message>
    <message>
      <source>{count} characters; the form has room for {limit}</source>
      <translation>{count} 个字，表格只容 {limit} 个</translation>
    </message>
    <message>
      <source>{count} days</source>
      <translation>{count} 天</translation>
    </message>
    <message>
      <source>{count} km</source>
      <translation>{count} 公里</translation>
    </message>
    <message>
      <source>{count} m</source>
      <translation>{count} 米</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count} 分钟</translation>
    </message>
    <message>
      <source>{count} open</source>
      <translation>{count} 项未完成</translation>
    </message>
    <message>
      <source>{count} original(s) are not on this laptop yet.</source>
      <translation>{count} 个原始文件尚不在本机。</translation>
    </message>
    <message>
      <source>{count} point(s) are open without a reason, so the report was not signed.</source>
      <translation>有 {count} 项未处理也未说明理由，报告未签名。</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
    <message>
      <source>{done} of {total} answered</source>
      <translation>已填 {done} / {total} 项</translation>
    </message>
    <message>
      <source>{done} of {total} originals at the centre · {state}</source>
      <translation>{done} / {total} 份原件已到中心 · {state}</translation>
    </message>
    <message>
      <source>{done} of {wanted} papers settled</source>
      <translation>单证 {done}/{wanted} 已办</translation>
    </message>
    <message>
      <source>{entries} lines of the journal and {originals} originals are in {file}.</source>
      <translation>日志 {entries} 行、原件 {originals} 个已写入 {file}。</translation>
    </message>
    <message numerus="yes">
      <source>{fact}, and %n more</source>
      <translation>
        <numerusform>{fact}，另有 %n 项</numerusform>
      </translation>
    </message>
    <message>
      <source>{field}: also in {value}</source>
      <translation>{field}：另见 {value}</translation>
    </message>
    <message>
      <source>{field}: {value}</source>
      <translation>{field}：{value}</translation>
    </message>
    <message>
      <source>{figures} in WGS 84</source>
      <translation>{figures}（WGS 84）</translation>
    </message>
    <message>
      <source>{figures} in WGS 84, from {datum}</source>
      <translation>{figures}（WGS 84，由 {datum} 换算）</translation>
    </message>
    <message>
      <source>{figure} is missing: Enter puts it in by hand</source>
      <translation>缺少{figure}：按回车键人工录入</translation>
    </message>
    <message>
      <source>{file} is damaged. What can still be read of it is written to a new case file, {new}, in the same folder: every original that is whole, and every record. The damaged file stays as it is.</source>
      <translation>{file} 已损坏。其中仍可读取的内容（完整的原件和全部记录）将写入同一文件夹中的新案件文件 {new}。损坏的文件保持原样。</translation>
    </message>
    <message>
      <source>{finding} · Reason: {reason}</source>
      <translation>{finding} · 原因：{reason}</translation>
    </message>
    <message>
      <source>{folder} lies on the disk of this laptop: it is lost with it.</source>
      <translation>{folder} 在本机硬盘上：会随本机一起丢失。</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
      <source>{injured} injured, {dead} dead</source>
      <translation>伤 {injured} 人，亡 {dead} 人</translation>
    </message>
    <message>
      <source>{kind} (not recorded yet)</source>
      <translation>{kind}（尚未录入）</translation>
    </message>
    <message>
      <source>{kind} · {count}</source>
      <translation>{kind} · {count} 项</translation>
    </message>
    <message>
      <source>{kind}, {field}: {count} values stand side by side</source>
      <translation>{kind}，{field}：{count} 个并存的值</translation>
    </message>
    <message numerus="yes">
      <source>{kind}: %n entry kept and passed on, because {reason}</source>
      <translation>
        <numerusform>{kind}：%n 条记录已保留并转交，原因：{reason}</numerusform>
      </translation>
    </message>
    <message>
      <source>{layer}, hidden</source>
      <translation>{layer}(已隐藏)</translation>
    </message>
    <message>
      <source>{metres} m from the reported place</source>
      <translation>距报案地点 {metres} 米</translation>
    </message>
    <message numerus="yes">
      <source>{names} and %n more</source>
      <translation>
        <numerusform>{names} 等，另有 %n 个</numerusform>
      </translation>
    </message>
    <message>
      <source>{names} are filled in</source>
      <translation>{names} 会自动填入</translation>
    </message>
    <message>
      <source>{name} (estimate)</source>
      <translation>{name}（估损）</translation>
    </message>
    <message>
      <source>{name} (key {key})</source>
      <translation>{name}(按键 {key})</translation>
    </message>
    <message>
      <source>{name} came from the scanner and belongs to no paper yet</source>
      <translation>{name} 来自扫描仪，尚未关联单证</translation>
    </message>
    <message>
      <source>{name} cannot be reached. It is watched again as soon as it is back.</source>
      <translation>无法访问 {name}。恢复后会继续监视。</translation>
    </message>
    <message>
      <source>{name} does not say when it was taken, so its camera's clock cannot be compared.</source>
      <translation>{name} 没有拍摄时间，无法核对相机时钟。</translation>
    </message>
    <message>
      <source>{name} does not say which camera took it, so its clock says nothing about other photos.</source>
      <translation>{name} 没有相机信息，其时钟无法用于其他照片。</translation>
    </message>
    <message>
      <source>{name} is in the list already.</source>
      <translation>{name} 已在列表中。</translation>
    </message>
    <message>
      <source>{name} is not safe to format: {missing} of {total} files are not stored.</source>
      <translation>{name} 还不能格式化：{total} 个文件中有 {missing} 个未保存。</translation>
    </message>
    <message>
      <source>{name} is safe to format: all {total} files are stored and were read back.</source>
      <translation>{name} 可以格式化：全部 {total} 个文件均已保存并回读核对。</translation>
    </message>
    <message>
      <source>{name}, compared with {other}</source>
      <translation>{name}，对照 {other}</translation>
    </message>
    <message>
      <source>{name}: all {total} files were taken in before</source>
      <translation>{name}：全部 {total} 个文件此前已导入</translation>
    </message>
    <message>
      <source>{name}: being read. Please do not take it out.</source>
      <translation>{name}：正在读取，请勿拔出。</translation>
    </message>
    <message>
      <source>{name}: import {new} new of {total}</source>
      <translation>{name}：导入 {new} 个新文件（共 {total} 个）</translation>
    </message>
    <message>
      <source>{name}: position, severity</source>
      <translation>{name}：位置与伤情</translation>
    </message>
    <message numerus="yes">
      <source>{name}: the {total} files with content are stored and were read back, but %n file(s) are empty: {names}. If the camera should have recorded there, do not format yet.</source>
      <translation>
        <numerusform>{name}：有内容的 {total} 个文件均已存入并回读核对，但有 %n 个空文件：{names}。如果相机本应录下内容，请先不要格式化。</numerusform>
      </translation>
    </message>
    <message>
      <source>{name}: {new} new of {total} files</source>
      <translation>{name}：共 {total} 个文件，其中 {new} 个是新的</translation>
    </message>
    <message>
      <source>{notice}; it would read otherwise now</source>
      <translation>{notice}；现在的内容已不同</translation>
    </message>
    <message>
      <source>{notice}; not signed yet</source>
      <translation>{notice}；尚未签名</translation>
    </message>
    <message>
      <source>{notice}; signed</source>
      <translation>{notice}；已签名</translation>
    </message>
    <message>
      <source>{off} fast</source>
      <translation>快 {off}</translation>
    </message>
    <message>
      <source>{off} slow</source>
      <translation>慢 {off}</translation>
    </message>
    <message>
      <source>{part} · marked</source>
      <translation>{part} · 已标记</translation>
    </message>
    <message>
      <source>{path} belongs to another profile, so it cannot be opened here.</source>
      <translation>{path} 属于另一档案，不能在此打开。</translation>
    </message>
    <message>
      <source>{path} is not a case file of this profile, or its first page is damaged.</source>
      <translation>{path} 不是此档案的案件文件，或首页已损坏。</translation>
    </message>
    <message>
      <source>{path} is not a map sheet that can be shown.</source>
      <translation>{path} 不是可以显示的离线地图。</translation>
    </message>
    <message>
      <source>{path} was written by a newer version of Surveyor.</source>
      <translation>{path} 由更新版本的 Surveyor 写入。</translation>
    </message>
    <message>
      <source>{place} of {count}</source>
      <translation>第 {place} 项，共 {count} 项</translation>
    </message>
    <message>
      <source>{place}: “{words}”</source>
      <translation>{place}：“{words}”</translation>
    </message>
    <message>
      <source>{place}: “{words}”. A notice says nothing on cover; write it otherwise.</source>
      <translation>{place}：“{words}”。告知书不得表述是否属于保险责任，请改写。</translation>
    </message>
    <message>
      <source>{place}: “{words}”. Nobody signs a statement that says something on cover; correct it first.</source>
      <translation>{place}：“{words}”。当事人签署的笔录不得表述是否属于保险责任，请先更正。</translation>
    </message>
    <message>
      <source>{position}, {distance} from the reported place</source>
      <translation>{position}，距报案地点 {distance}</translation>
    </message>
    <message>
      <source>{purpose}: agreed {at}</source>
      <translation>{purpose}：{at} 同意</translation>
    </message>
    <message>
      <source>{purpose}: agreed {at}, until {until}</source>
      <translation>{purpose}：{at} 同意，保存至 {until}</translation>
    </message>
    <message>
      <source>{purpose}: not agreed, {at}</source>
      <translation>{purpose}：不同意，{at}</translation>
    </message>
    <message>
      <source>{purpose}: taken back {at}</source>
      <translation>{purpose}：已于 {at} 撤回</translation>
    </message>
    <message>
      <source>{question} · asked</source>
      <translation>{question} · 已问</translation>
    </message>
    <message>
      <source>{said}. The answer differs.</source>
      <translation>{said}，与此处所填不一致。</translation>
    </message>
    <message>
      <source>{said}; sealed with the report</source>
      <translation>{said}；已随报告封存</translation>
    </message>
    <message>
      <source>{server} is not the centre that enrolled this laptop: its authority has the fingerprint {found}, and should have {known}.</source>
      <translation>{server} 不是为本电脑注册的中心：其签发机构的指纹为 {found}，应为 {known}。</translation>
    </message>
    <message>
      <source>{signature}…</source>
      <translation>{signature}…</translation>
    </message>
    <message>
      <source>{size} a second</source>
      <translation>每秒 {size}</translation>
    </message>
    <message>
      <source>{size}/s</source>
      <translation>{size}/秒</translation>
    </message>
    <message>
      <source>{state} (key {key})</source>
      <translation>{state}（按键 {key}）</translation>
    </message>
    <message>
      <source>{taken} of {wanted}</source>
      <translation>已拍 {taken}，应拍 {wanted}</translation>
    </message>
    <message>
      <source>{time} late</source>
      <translation>超时 {time}</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>剩余 {time}</translation>
    </message>
    <message>
      <source>{time} on scene</source>
      <translation>在场 {time}</translation>
    </message>
    <message>
      <source>{time} {part} corrected: “{old}” became “{new}”</source>
      <translation>{time} {part}更正：“{old}”改为“{new}”</translation>
    </message>
    <message>
      <source>{title} ({count})</source>
      <translation>{title}（{count}）</translation>
    </message>
    <message>
      <source>{token} could not sign ({reason}).</source>
      <translation>{token} 未能签名（{reason}）。</translation>
    </message>
    <message>
      <source>{token} has no such certificate with its key, or several (there are: {found}).</source>
      <translation>{token} 中没有这样带私钥的证书，或有多张（现有：{found}）。</translation>
    </message>
    <message>
      <source>{value} (both together)</source>
      <translation>{value}（两者合并）</translation>
    </message>
    <message>
      <source>{what} km away</source>
      <translation>距离 {what} 公里</translation>
    </message>
    <message>
      <source>{zone} (zone assumed)</source>
      <translation>{zone}（时区系推定）</translation>
    </message>
    <message>
      <source>“{act}” is not among what you may do here.</source>
      <translation>您的岗位不能办理“{act}”。</translation>
    </message>
    <message>
      <source>“{words}” says something on cover. A party signs this text: write what happened.</source>
      <translation>“{words}”涉及保险责任结论。当事人要签署此处文字，请只写事实。</translation>
    </message>
    <message>
      <source>“{words}” says something on cover: leave it only if these are the person's own words.</source>
      <translation>“{words}”涉及保险责任结论：仅当是本人原话时保留。</translation>
    </message>
    <message>
      <source>“{words}” stands in a text that a party signs ({kind}, {field}): whether the insurer pays is not said there.</source>
      <translation>当事人要签署的文字中出现“{words}”（{kind}，{field}）：其中不得表述是否赔付。</translation>
    </message>
    <message>
      <source>← Before</source>
      <translation>← 上一页</translation>
    </message>
    <message>
      <source>← The claim before</source>
      <translation>← 上一个案件</translation>
    </message>
  </context>
</TS>
