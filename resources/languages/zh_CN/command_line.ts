<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Surveyor</name>
    <message>
      <source>    {about}: {what}</source>
      <translation>    {about}：{what}</translation>
    </message>
    <message>
      <source>  {count} point(s) are open; signed all the same, for demonstration.</source>
      <translation>  尚有 {count} 项未完成；演示中仍予签署。</translation>
    </message>
    <message>
      <source>%(heading)s:</source>
      <translation>%(heading)s：</translation>
    </message>
    <message>
      <source>%(prog)s: error: %(message)s
</source>
      <translation>%(prog)s：错误：%(message)s
</translation>
    </message>
    <message numerus="yes">
      <source>%n bodies were erased, here and wherever they were sent.</source>
      <translation>
        <numerusform>已删除 %n 条正文，本处及所有已送达之处均不再保留。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n certificates were taken back.</source>
      <translation>
        <numerusform>已吊销 %n 份证书。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entries were made by a newer version: kept, checked and passed on, but not shown. Update the program.</source>
      <translation>
        <numerusform>有 %n 条记录由较新版本的程序写入：已保存、已核验并照常传送，尚未显示。请更新本程序。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) left open</source>
      <translation>
        <numerusform>留有 %n 项未完成</numerusform>
      </translation>
    </message>
    <message>
      <source>(got a left-over cent)</source>
      <translation>（分得尾差 0.01）</translation>
    </message>
    <message>
      <source>1 Claim {number} assigned and fetched from {server}.</source>
      <translation>1 案件 {number} 已派工，并已从 {server} 获取。</translation>
    </message>
    <message>
      <source>2 Photos: {outcomes}.</source>
      <translation>2 照片：{outcomes}。</translation>
    </message>
    <message>
      <source>3 People, statement and damage taken down; {count} thing(s) still missing.</source>
      <translation>3 人员、笔录、损失已记录；尚缺 {count} 项。</translation>
    </message>
    <message>
      <source>4 Report signed by {name}; evidence root {root}.</source>
      <translation>4 报告已由 {name} 签署；证据根 {root}。</translation>
    </message>
    <message>
      <source>4 Report {number} was signed before; evidence root {root}.</source>
      <translation>4 报告 {number} 此前已签署；证据根 {root}。</translation>
    </message>
    <message>
      <source>5 Delivered; the centre's signed receipt (full) is in {name}.</source>
      <translation>5 已交付；中心签发的完整回执在 {name} 中。</translation>
    </message>
    <message>
      <source>6 Bag in {bag}; case file {case}, {count} originals.</source>
      <translation>6 证据包在 {bag}；案件文件 {case}，原件 {count} 份。</translation>
    </message>
    <message>
      <source>A draft of notice {no} in {path}.</source>
      <translation>告知书 {no} 的草稿已写入 {path}。</translation>
    </message>
    <message>
      <source>Accessible copy in {path}; SHA-256 {sha256}.</source>
      <translation>无障碍副本：{path}；SHA-256 {sha256}。</translation>
    </message>
    <message>
      <source>Backed up to {path} and read back: {blobs} originals, reports and previews, {copied} of them new.</source>
      <translation>已备份到 {path} 并读回核对：原始文件、报告和预览图 {blobs} 个，其中新增 {copied} 个。</translation>
    </message>
    <message>
      <source>Bag in {path}; VERIFY.txt says how to check it.</source>
      <translation>证据包在 {path}；核验方法见 VERIFY.zh.txt。</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>案件</translation>
    </message>
    <message>
      <source>Case {case} ({number}), {state}</source>
      <translation>案件 {case}（{number}），{state}</translation>
    </message>
    <message>
      <source>Case {case} is in {path}.</source>
      <translation>案件 {case} 已存入 {path}。</translation>
    </message>
    <message>
      <source>Case {local} belongs to {case}; both ids are accepted.</source>
      <translation>案件 {local} 已并入 {case}；两个编号均可使用。</translation>
    </message>
    <message>
      <source>Cases found again: {count}</source>
      <translation>找回的案件：{count}</translation>
    </message>
    <message>
      <source>Claim {number} is case {case}.</source>
      <translation>报案号 {number} 的案件编号为 {case}。</translation>
    </message>
    <message>
      <source>Copied to {path} and read back.</source>
      <translation>已备份到 {path}，并已读回校验。</translation>
    </message>
    <message>
      <source>Draft in {path}: not signed.</source>
      <translation>草稿在 {path}：未签名。</translation>
    </message>
    <message>
      <source>Enrol this laptop at the office again: surveyor enroll.</source>
      <translation>请在公司重新登记本机：surveyor enroll。</translation>
    </message>
    <message>
      <source>Enrolment code</source>
      <translation>注册码</translation>
    </message>
    <message>
      <source>Enrolment code, shown only now: {code}</source>
      <translation>注册码（仅显示这一次）：{code}</translation>
    </message>
    <message>
      <source>Entries of the office or of colleagues that the centre lost and does not take back: {count}.</source>
      <translation>中心丢失且不再收回的内勤或同事的记录：{count} 条。</translation>
    </message>
    <message>
      <source>Exit status: 0 all went well, 1 something was refused or does not hold, 2 the command was not understood, or what was verified is complete in itself but nobody who is trusted vouches for it (--root).</source>
      <translation>退出状态：0 全部成功；1 有内容被拒绝或不成立；2 命令有误，或所核验材料自身完整但无受信任机构为其作证（--root）。</translation>
    </message>
    <message>
      <source>Field evidence, signed reports and safe delivery for insurance surveyors. Without a verb: the window.</source>
      <translation>保险查勘员的现场取证、签名报告与可靠交付。不带命令时打开窗口。</translation>
    </message>
    <message>
      <source>For the office alone; an indicator is not evidence:</source>
      <translation>仅供公司内部；迹象不是证据：</translation>
    </message>
    <message>
      <source>If the camera should have recorded there, do not format yet: {names}</source>
      <translation>如果相机本应在其中录有内容，请先不要格式化：{names}</translation>
    </message>
    <message>
      <source>Interrupted. What was stored before is safe; run the command again to go on.</source>
      <translation>已中断。此前存入的内容都在；再次运行该命令即可继续。</translation>
    </message>
    <message>
      <source>Kept as calculation {id}.</source>
      <translation>已保存为理算书 {id}。</translation>
    </message>
    <message>
      <source>Left out, for it is damaged: {name}</source>
      <translation>因已损坏而未包含：{name}</translation>
    </message>
    <message>
      <source>List in {path}: {count} thing(s) want a reason.</source>
      <translation>清单在 {path}：{count} 项需要说明理由。</translation>
    </message>
    <message>
      <source>Lost or changed at the centre, and not in the backup: SHA-256 {sha256}.</source>
      <translation>中心已丢失或被改动，备份中没有：SHA-256 {sha256}。</translation>
    </message>
    <message>
      <source>NOT the same as kept.</source>
      <translation>与保存的不一致。</translation>
    </message>
    <message>
      <source>Name its bag or its case with --with.</source>
      <translation>请用 --with 指定其证据包或案件文件。</translation>
    </message>
    <message>
      <source>Name the insurer's certificate with --root (PEM).</source>
      <translation>请用 --root（PEM）指定保险公司的签发机构证书。</translation>
    </message>
    <message>
      <source>New passphrase</source>
      <translation>新口令</translation>
    </message>
    <message>
      <source>No calculation is kept in this case.</source>
      <translation>本案没有保存的理算书。</translation>
    </message>
    <message>
      <source>No copy of photo {number}: {reason}.</source>
      <translation>照片 {number} 没有副本：{reason}。</translation>
    </message>
    <message>
      <source>No notice in this case.</source>
      <translation>本案没有告知书。</translation>
    </message>
    <message>
      <source>No receipt yet; run it again to go on where it stopped.</source>
      <translation>尚无回执；再次运行即可从中断处继续。</translation>
    </message>
    <message>
      <source>No statement in this case.</source>
      <translation>本案没有笔录。</translation>
    </message>
    <message>
      <source>Not on this laptop: {left}; of them the centre sent other bytes than were signed for: {wrong}.</source>
      <translation>不在本机：{left} 个；其中 {wrong} 个，中心发来的内容与签名不符。</translation>
    </message>
    <message>
      <source>Not proven: that nobody on whom the certificate of {name} rests was revoked{tried}. Name the lists with --crl, and the authorities with --root and --timestamp-root.</source>
      <translation>未能证明 {name} 的证书链未被吊销{tried}。请用 --crl 指定吊销列表，用 --root 和 --timestamp-root 指定颁发机构。</translation>
    </message>
    <message>
      <source>Not safe to format: all {empty} file(s) are EMPTY, the card may be damaged: {names}</source>
      <translation>不可格式化：全部 {empty} 个文件都是空文件，存储卡可能已损坏：{names}</translation>
    </message>
    <message>
      <source>Not safe to format: {missing} of {total} file(s) are not stored.</source>
      <translation>不可格式化：{total} 个文件中有 {missing} 个尚未存入。</translation>
    </message>
    <message>
      <source>Not used from the settings: {problem}</source>
      <translation>设置中未采用的内容：{problem}</translation>
    </message>
    <message>
      <source>Nothing is assigned at the moment.</source>
      <translation>目前没有派工。</translation>
    </message>
    <message>
      <source>Nothing is lost.</source>
      <translation>没有任何内容丢失。</translation>
    </message>
    <message>
      <source>Nothing was written since this report was signed, so it is handed out again.</source>
      <translation>报告签署之后没有新的内容，因此再次给出原报告。</translation>
    </message>
    <message>
      <source>Notice {no} in {path}: as issued.</source>
      <translation>告知书 {no}（按出具原样）已写入 {path}。</translation>
    </message>
    <message>
      <source>Office copy in {path}: internal, not for a party.</source>
      <translation>内部件已写入 {path}：仅供公司内部使用，不得交给当事人。</translation>
    </message>
    <message>
      <source>Office password</source>
      <translation>内勤密码</translation>
    </message>
    <message>
      <source>Office password of {user}</source>
      <translation>{user} 的公司账户密码</translation>
    </message>
    <message>
      <source>Originals fetched: {count}.</source>
      <translation>已取回原始文件：{count} 个。</translation>
    </message>
    <message>
      <source>PIN of {token}</source>
      <translation>{token} 的 PIN</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Passphrase of the certificate</source>
      <translation>证书的口令</translation>
    </message>
    <message>
      <source>Photo {number} is damaged: the copy shows what can be read.</source>
      <translation>照片 {number} 已损坏：副本只显示可读部分。</translation>
    </message>
    <message>
      <source>Profile made in {folder}.</source>
      <translation>档案已建立：{folder}。</translation>
    </message>
    <message>
      <source>Profile made in {folder}; it opens the copies of the lost laptop's cases: surveyor case restore COPY FILE.</source>
      <translation>档案已建在 {folder}；可打开遗失电脑的案件副本：surveyor case restore 副本 案件文件。</translation>
    </message>
    <message>
      <source>Ready to leave.</source>
      <translation>可以离场。</translation>
    </message>
    <message>
      <source>Receipt held: {kind}.</source>
      <translation>已取得回执：{kind}。</translation>
    </message>
    <message>
      <source>Recovery code</source>
      <translation>恢复码</translation>
    </message>
    <message>
      <source>Recovery code (write it down, it is shown only now): {code}</source>
      <translation>恢复码（请抄下，仅显示这一次）：{code}</translation>
    </message>
    <message>
      <source>Restored to {path} and verified.</source>
      <translation>已恢复到 {path}，并已核验。</translation>
    </message>
    <message>
      <source>SQLAlchemy URL (default: SQLite in DIR)</source>
      <translation>SQLAlchemy 的 URL（默认：DIR 中的 SQLite）</translation>
    </message>
    <message>
      <source>Safe to format, but {empty} file(s) are EMPTY: all {stored} file(s) with content are stored and were read back; of the empty ones only the names are kept.</source>
      <translation>可以格式化，但有 {empty} 个空文件：有内容的 {stored} 个文件均已存入并读回校验；空文件只保留文件名。</translation>
    </message>
    <message>
      <source>Safe to format: all {total} file(s) are stored and were read back.</source>
      <translation>可以格式化：全部 {total} 个文件均已存入并读回校验。</translation>
    </message>
    <message>
      <source>Secrets come from SURVEYOR_PASSPHRASE, SURVEYOR_P12_PASSPHRASE, SURVEYOR_PKCS11_PIN, SURVEYOR_ENROLL_CODE, the keyring, or a prompt.</source>
      <translation>口令等取自 SURVEYOR_PASSPHRASE、SURVEYOR_P12_PASSPHRASE、SURVEYOR_PKCS11_PIN、SURVEYOR_ENROLL_CODE、系统密钥环，或当场输入。</translation>
    </message>
    <message>
      <source>Signed report in {path}; evidence root {root}.</source>
      <translation>已签名的报告在 {path}；证据根 {root}。</translation>
    </message>
    <message>
      <source>Statement {number} in {path}: a draft.</source>
      <translation>第 {number} 份笔录在 {path}：草稿。</translation>
    </message>
    <message>
      <source>Statement {number} in {path}: as signed.</source>
      <translation>第 {number} 份笔录在 {path}：签名原件。</translation>
    </message>
    <message>
      <source>Task {task} is given on to {user} as {new}.</source>
      <translation>任务 {task} 已改派给 {user}，新任务为 {new}。</translation>
    </message>
    <message>
      <source>Task {task} is given to {user}.</source>
      <translation>任务 {task} 已派给 {user}。</translation>
    </message>
    <message>
      <source>Task {task} is taken back.</source>
      <translation>任务 {task} 已收回。</translation>
    </message>
    <message>
      <source>The centre answers at {url}; its data lies in {folder}.</source>
      <translation>中心服务地址为 {url}；数据位于 {folder}。</translation>
    </message>
    <message>
      <source>The centre in {path} is as it was when it was backed up; laptops bring back what they delivered since.</source>
      <translation>{path} 中的中心已恢复到备份时的状态；此后交付的内容由各台电脑重新送回。</translation>
    </message>
    <message>
      <source>The database of the profile was made anew; the damaged one is {path}.</source>
      <translation>个人档案的数据库已重建；损坏的数据库为 {path}。</translation>
    </message>
    <message>
      <source>The office desk: {url}, user {user}, password {password}</source>
      <translation>理赔台：{url}，用户 {user}，密码 {password}</translation>
    </message>
    <message>
      <source>The pack is in order.</source>
      <translation>规则包正确。</translation>
    </message>
    <message>
      <source>The passphrase of {folder} is changed.</source>
      <translation>档案 {folder} 的口令已更改。</translation>
    </message>
    <message>
      <source>The profile in {folder} is whole; nothing of it is lost.</source>
      <translation>{folder} 中的个人档案完好，没有任何内容丢失。</translation>
    </message>
    <message>
      <source>The report is signed all the same; a time stamp can be added later.</source>
      <translation>报告仍已签名；时间戳可在以后补加。</translation>
    </message>
    <message>
      <source>The same as kept.</source>
      <translation>与保存的完全一致。</translation>
    </message>
    <message>
      <source>There is no camera card and no phone.</source>
      <translation>没有存储卡，也没有手机。</translation>
    </message>
    <message>
      <source>This file does not open: {path}</source>
      <translation>此文件无法打开：{path}</translation>
    </message>
    <message>
      <source>This insurer pays, in part: {total} {currency}; not everything could be counted</source>
      <translation>本保险人应付（部分）：{total} {currency}；有未能计入的项目</translation>
    </message>
    <message>
      <source>This insurer pays: {total} {currency}</source>
      <translation>本保险人应付：{total} {currency}</translation>
    </message>
    <message>
      <source>Write each after its arrow, or one for all in the first line, then sign with `--reasons`.</source>
      <translation>把理由写在各项箭头之后，或在第一行写一个适用于全部的理由，然后用 `--reasons` 签名。</translation>
    </message>
    <message>
      <source>a centre at a distance</source>
      <translation>远程的中心</translation>
    </message>
    <message>
      <source>a figure that no record holds</source>
      <translation>记录中没有的数字</translation>
    </message>
    <message>
      <source>a list of revoked certificates, may be given several times (default: from where the certificates say)</source>
      <translation>证书吊销列表，可多次给出（默认：从证书所载地址获取）</translation>
    </message>
    <message>
      <source>a newer list of certificates the authority took back (beside those in bag and profile)</source>
      <translation>签发机构的较新吊销名单（另有包内和本机档案中的名单）</translation>
    </message>
    <message>
      <source>a report, the paper of a statement, the folder of a bag, or a case file</source>
      <translation>报告、笔录、证据包的文件夹或案件文件</translation>
    </message>
    <message>
      <source>a signed report</source>
      <translation>已签名的报告</translation>
    </message>
    <message>
      <source>account disabled</source>
      <translation>已停用账户</translation>
    </message>
    <message>
      <source>account made</source>
      <translation>已建账户</translation>
    </message>
    <message>
      <source>address of the centre</source>
      <translation>中心地址</translation>
    </message>
    <message>
      <source>address or network of a proxy whose X-Forwarded-For and X-Forwarded-Proto count (default: nobody's)</source>
      <translation>反向代理的地址或网段，只采信它写的 X-Forwarded-For 和 X-Forwarded-Proto（默认：一概不采信）</translation>
    </message>
    <message>
      <source>address to answer at (default: only here)</source>
      <translation>服务监听的地址（默认：仅本机）</translation>
    </message>
    <message>
      <source>address under which others reach this centre; certificates name it (default: none)</source>
      <translation>他人访问本中心的地址，写入证书（默认：无）</translation>
    </message>
    <message>
      <source>addressee (default: the insured)</source>
      <translation>收件人（默认为被保险人）</translation>
    </message>
    <message>
      <source>afterwards fetch the originals that are not on this laptop</source>
      <translation>随后取回不在本机的原始文件</translation>
    </message>
    <message>
      <source>also write the unsigned copy for screen readers (PDF/UA-1); the signed report prints its SHA-256</source>
      <translation>另写出供读屏软件使用的未签名副本 (PDF/UA-1)；签名报告印有其 SHA-256</translation>
    </message>
    <message>
      <source>also write what wants a reason before the report is signed, to be filled in for `surveyor report --reasons`</source>
      <translation>另写出报告签名前需要说明理由的各项，填好后供 `surveyor report --reasons` 使用</translation>
    </message>
    <message>
      <source>ambiguous option: %(option)s could match %(matches)s</source>
      <translation>选项有歧义：%(option)s 可能是 %(matches)s</translation>
    </message>
    <message>
      <source>another address of the same centre</source>
      <translation>同一中心的另一地址</translation>
    </message>
    <message>
      <source>argument %(argument_name)s: %(message)s</source>
      <translation>参数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
      <source>ask whether it is needed</source>
      <translation>待确认是否需要</translation>
    </message>
    <message>
      <source>attached</source>
      <translation>附加</translation>
    </message>
    <message>
      <source>body of a single line that is erased</source>
      <translation>要删除的单行正文</translation>
    </message>
    <message>
      <source>bring a case back from its copy</source>
      <translation>用副本恢复案件</translation>
    </message>
    <message>
      <source>camera cards and phones: what is new, and whether a card may be formatted</source>
      <translation>存储卡和手机：有哪些新内容，卡能否格式化</translation>
    </message>
    <message>
      <source>card to check; without it cards are listed</source>
      <translation>要检查的卡；不填则列出所有卡</translation>
    </message>
    <message>
      <source>case file</source>
      <translation>案件文件</translation>
    </message>
    <message>
      <source>case file to open</source>
      <translation>要打开的案件文件</translation>
    </message>
    <message>
      <source>case id</source>
      <translation>案件编号</translation>
    </message>
    <message>
      <source>case id of the case opened on the spot</source>
      <translation>当场新建的案件的编号</translation>
    </message>
    <message>
      <source>case id of the claim</source>
      <translation>报案对应的案件编号</translation>
    </message>
    <message>
      <source>cases: new, fetch, list, info, verify, history, backup, restore, salvage, remove</source>
      <translation>案件：new 新建、fetch 获取、list 列表、info 概况、verify 校验、history 历史、backup 备份、restore 恢复、salvage 抢救、remove 移除</translation>
    </message>
    <message>
      <source>certificate chain, so that connections are encrypted</source>
      <translation>证书链；连接由此加密</translation>
    </message>
    <message>
      <source>certificates that vouch for the time-stamp authority (default: those of the settings)</source>
      <translation>为时间戳机构作证的证书（默认：设置中的证书）</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>check every signature, hash, record and original of a case</source>
      <translation>核验案件的每个签名、哈希、记录和原件</translation>
    </message>
    <message>
      <source>claims: new, assign, reassign, recall, join, list</source>
      <translation>报案：new 新建、assign 派工、reassign 改派、recall 收回、join 并入、list 列表</translation>
    </message>
    <message>
      <source>copies of the photos: scaled, stamped, annotated</source>
      <translation>照片副本：缩小、加水印、带标注</translation>
    </message>
    <message>
      <source>copy a case to a second place, verified by reading back</source>
      <translation>把案件备份到另一处，并读回校验</translation>
    </message>
    <message>
      <source>copy the whole centre while it serves, read back</source>
      <translation>在运行中备份整个中心，并读回核对</translation>
    </message>
    <message>
      <source>created</source>
      <translation>新建</translation>
    </message>
    <message>
      <source>deadline as 2026-11-20T06:03:22.000000Z</source>
      <translation>时限，形如 2026-11-20T06:03:22.000000Z</translation>
    </message>
    <message>
      <source>delete a case from this laptop once the centre has signed for all of it</source>
      <translation>中心签收全部内容后，从本机移除案件</translation>
    </message>
    <message>
      <source>deliver a case and fetch what is new</source>
      <translation>交付案件，并取回新内容</translation>
    </message>
    <message>
      <source>delivered {at} ({channel})</source>
      <translation>已送达 {at}（{channel}）</translation>
    </message>
    <message>
      <source>device id</source>
      <translation>设备编号</translation>
    </message>
    <message>
      <source>do a kept calculation again: its id or version</source>
      <translation>重做已保存的理算：其标识或版本</translation>
    </message>
    <message>
      <source>enrolment code given</source>
      <translation>已发注册码</translation>
    </message>
    <message>
      <source>erase what the law demands, by two people of the office</source>
      <translation>依法删除，须公司两人共同办理</translation>
    </message>
    <message>
      <source>erased</source>
      <translation>删除个人信息</translation>
    </message>
    <message>
      <source>expected %s argument</source>
      <translation>应有 %s 个值</translation>
    </message>
    <message>
      <source>expected %s arguments</source>
      <translation>应有 %s 个值</translation>
    </message>
    <message>
      <source>expected at least one argument</source>
      <translation>至少应有一个值</translation>
    </message>
    <message>
      <source>expected at most one argument</source>
      <translation>最多只能有一个值</translation>
    </message>
    <message>
      <source>expected one argument</source>
      <translation>缺少一个值</translation>
    </message>
    <message>
      <source>fetch all originals too, not only what shows them</source>
      <translation>同时取回全部原始文件，而不仅是预览图</translation>
    </message>
    <message>
      <source>fetch the cases assigned to this surveyor</source>
      <translation>获取派给本查勘员的案件</translation>
    </message>
    <message>
      <source>file of a pack (TOML)</source>
      <translation>规则包文件（TOML）</translation>
    </message>
    <message>
      <source>files and folders</source>
      <translation>文件和文件夹</translation>
    </message>
    <message>
      <source>folder for everything it makes</source>
      <translation>存放全部结果的文件夹</translation>
    </message>
    <message>
      <source>folder for the case files (default: in the profile)</source>
      <translation>存放案件文件的文件夹（默认：档案内）</translation>
    </message>
    <message>
      <source>folder of further packs, beside “rule_packs” of the profile</source>
      <translation>其他规则包所在文件夹，另加用户资料中的“rule_packs”</translation>
    </message>
    <message>
      <source>folder of the backup</source>
      <translation>备份所在文件夹</translation>
    </message>
    <message>
      <source>folder of the backup; brought up to date</source>
      <translation>备份所在文件夹；会更新到最新</translation>
    </message>
    <message>
      <source>folder of the sample</source>
      <translation>示例的文件夹</translation>
    </message>
    <message>
      <source>folder or object store (default: in DIR)</source>
      <translation>文件夹或对象存储（默认：DIR 内）</translation>
    </message>
    <message>
      <source>folder to make: everything, for anyone to check</source>
      <translation>要建立的证据包文件夹：内容齐全，任何人都可核验</translation>
    </message>
    <message>
      <source>for a PDF: the bag or case that says whether it is one of its statements or reports, and which</source>
      <translation>核验 PDF 时：由此证据包或案件文件说明该 PDF 是不是其中的笔录或报告，是哪一份</translation>
    </message>
    <message>
      <source>full</source>
      <translation>完整</translation>
    </message>
    <message>
      <source>further fields of the claim</source>
      <translation>报案的其他字段</translation>
    </message>
    <message>
      <source>give a task of a claim to a user</source>
      <translation>把案件的任务派给用户</translation>
    </message>
    <message>
      <source>give a task on to another user</source>
      <translation>把任务改派给其他用户</translation>
    </message>
    <message>
      <source>hand out the case as a bag that standard tools can check</source>
      <translation>把案件导出为证据包，用通用工具即可核验</translation>
    </message>
    <message>
      <source>have the signatures of a PDF last: time stamps, and proofs for the years</source>
      <translation>使 PDF 的签名长期可验：时间戳，以及多年后仍可用的证明</translation>
    </message>
    <message>
      <source>have this laptop and its surveyor certified by a centre</source>
      <translation>向中心注册本机和查勘员，取得证书</translation>
    </message>
    <message>
      <source>have this time-stamp authority (RFC 3161) confirm the time (default: that of the settings)</source>
      <translation>由此时间戳机构（RFC 3161）确认时间（默认：设置中的机构）</translation>
    </message>
    <message>
      <source>how long it shall last: B-T the time is confirmed, B-LT with proofs, B-LTA with a time stamp over them</source>
      <translation>长期程度：B-T 时间已确认，B-LT 附证明，B-LTA 证明另加时间戳</translation>
    </message>
    <message>
      <source>how long to try without any answer</source>
      <translation>没有应答时尝试多久</translation>
    </message>
    <message>
      <source>how papers are handed in</source>
      <translation>资料提交方式</translation>
    </message>
    <message>
      <source>ignored explicit argument %r</source>
      <translation>多余的值 %r</translation>
    </message>
    <message>
      <source>invalid %(type)s value: %(value)r</source>
      <translation>值 %(value)r 无效，应为 %(type)s</translation>
    </message>
    <message>
      <source>invalid choice: %(value)r (choose from %(choices)s)</source>
      <translation>没有 %(value)r 这一项（可选：%(choices)s）</translation>
    </message>
    <message>
      <source>issue a notice of everything that is missing now</source>
      <translation>就目前缺少的全部资料出具告知书</translation>
    </message>
    <message>
      <source>its copy</source>
      <translation>它的副本</translation>
    </message>
    <message>
      <source>joined</source>
      <translation>并案</translation>
    </message>
    <message>
      <source>keep the calculation in the case, as a new version</source>
      <translation>把理算书作为新版本保存在案件中</translation>
    </message>
    <message>
      <source>language of the notice, or both (default)</source>
      <translation>告知书的语言，或 both（默认，双语）</translation>
    </message>
    <message>
      <source>language of the report, several with a plus sign between them (default: both, Chinese and English)</source>
      <translation>报告的语言，多种之间用加号连接（默认：both，即中英双语）</translation>
    </message>
    <message>
      <source>language of the sheet, or both (default)</source>
      <translation>理算书的语言，或两种都用（默认）</translation>
    </message>
    <message>
      <source>language of what is said here: {tags} (default: that of the environment)</source>
      <translation>命令行的语言：{tags}（默认：随系统环境）</translation>
    </message>
    <message>
      <source>laptops: list, revoke</source>
      <translation>笔记本：list 列表、revoke 吊销</translation>
    </message>
    <message>
      <source>let this person sign in no more, on any laptop</source>
      <translation>停用此人的账号，任何笔记本均不能再登录</translation>
    </message>
    <message>
      <source>list the calculations that are kept</source>
      <translation>列出已保存的理算书</translation>
    </message>
    <message>
      <source>list the cases of the profile</source>
      <translation>列出档案中的案件</translation>
    </message>
    <message>
      <source>list the claims</source>
      <translation>列出案件</translation>
    </message>
    <message>
      <source>list the laptops that were certified</source>
      <translation>列出已签发证书的笔记本</translation>
    </message>
    <message>
      <source>local</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>locked a laptop out</source>
      <translation>停用电脑</translation>
    </message>
    <message>
      <source>mail server, text message service and phone for customers, as TOML (default: messages go into a folder of the data)</source>
      <translation>客户通知用的邮件服务器、短信服务和电话，TOML 文件（默认：消息写入数据中的文件夹）</translation>
    </message>
    <message>
      <source>make a centre from a backup</source>
      <translation>由备份恢复中心</translation>
    </message>
    <message>
      <source>make a profile; prints the recovery code once</source>
      <translation>建立档案；恢复码只显示一次</translation>
    </message>
    <message>
      <source>make an account; prints the enrolment code once</source>
      <translation>建立账号；注册码只显示一次</translation>
    </message>
    <message>
      <source>make and sign the survey report</source>
      <translation>生成并签署查勘报告</translation>
    </message>
    <message>
      <source>mend a damaged profile, or make its database anew and find its cases again</source>
      <translation>修复损坏的个人档案，或重建其数据库并找回案件</translation>
    </message>
    <message>
      <source>must</source>
      <translation>必须</translation>
    </message>
    <message>
      <source>name as it stands in reports</source>
      <translation>报告中的姓名</translation>
    </message>
    <message>
      <source>name as it stands in reports (default: the user name)</source>
      <translation>报告中的姓名（默认：用户名）</translation>
    </message>
    <message>
      <source>needed</source>
      <translation>需要</translation>
    </message>
    <message>
      <source>no receipt</source>
      <translation>无回执</translation>
    </message>
    <message>
      <source>no report number yet</source>
      <translation>尚无报案号</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>无人</translation>
    </message>
    <message>
      <source>not a field of the claim</source>
      <translation>不是报案的字段</translation>
    </message>
    <message>
      <source>not allowed with argument %s</source>
      <translation>不能与参数 %s 同时使用</translation>
    </message>
    <message>
      <source>not delivered</source>
      <translation>未送达</translation>
    </message>
    <message>
      <source>not needed</source>
      <translation>不需要</translation>
    </message>
    <message>
      <source>not signed</source>
      <translation>未签名</translation>
    </message>
    <message>
      <source>noted</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>nothing is missing</source>
      <translation>没有缺少的资料</translation>
    </message>
    <message>
      <source>of a profile of an older version: name as it stands in reports</source>
      <translation>旧版本的个人档案：报告中的姓名</translation>
    </message>
    <message>
      <source>of a profile of an older version: user name at the centre</source>
      <translation>旧版本的个人档案：在中心的用户名</translation>
    </message>
    <message>
      <source>of cards and phones only what was not taken in before</source>
      <translation>存储卡和手机只导入以前没有导入过的内容</translation>
    </message>
    <message>
      <source>of the statement; without it all are listed</source>
      <translation>笔录的序号；不填则全部列出</translation>
    </message>
    <message>
      <source>office account for --server</source>
      <translation>与 --server 配合使用的内勤账号</translation>
    </message>
    <message>
      <source>on what basis; journaled</source>
      <translation>依据；记入日志</translation>
    </message>
    <message>
      <source>one of the arguments %s is required</source>
      <translation>必须给出下列参数之一：%s</translation>
    </message>
    <message>
      <source>only records of this kind</source>
      <translation>只看这一类记录</translation>
    </message>
    <message>
      <source>only this case</source>
      <translation>只获取这一案件</translation>
    </message>
    <message>
      <source>open a case on the spot</source>
      <translation>当场新建案件</translation>
    </message>
    <message>
      <source>open a claim</source>
      <translation>登记报案</translation>
    </message>
    <message>
      <source>open the window (the same as no verb)</source>
      <translation>打开窗口（与不带命令相同）</translation>
    </message>
    <message>
      <source>open the window on a sample claim</source>
      <translation>用示例案件打开窗口</translation>
    </message>
    <message>
      <source>options</source>
      <translation>选项</translation>
    </message>
    <message>
      <source>other packs fit too: {packs}</source>
      <translation>另有可用规则包：{packs}</translation>
    </message>
    <message>
      <source>partial</source>
      <translation>部分</translation>
    </message>
    <message>
      <source>party (default): the report that is signed; office: with opinion, prompts, estimates and full personal data, marked internal, unsigned</source>
      <translation>party（默认）：用于签名的报告；office：内部件，含查勘意见、风险提示、估损和未遮盖的个人信息，逐页标明，不签名</translation>
    </message>
    <message>
      <source>password set</source>
      <translation>已设密码</translation>
    </message>
    <message>
      <source>photos on a page (default: 4)</source>
      <translation>每页照片数（默认：4）</translation>
    </message>
    <message>
      <source>pictures to use (default: it draws its own)</source>
      <translation>要使用的图片（默认：自动绘制）</translation>
    </message>
    <message>
      <source>port to answer at (default: 8710)</source>
      <translation>服务端口（默认：8710）</translation>
    </message>
    <message>
      <source>positional arguments</source>
      <translation>参数</translation>
    </message>
    <message>
      <source>print one JSON document</source>
      <translation>输出一份 JSON</translation>
    </message>
    <message>
      <source>print the recovery code once more, as long as nobody confirmed it</source>
      <translation>再次显示恢复码（尚未确认抄下时）</translation>
    </message>
    <message>
      <source>private key of that certificate</source>
      <translation>该证书的私钥</translation>
    </message>
    <message>
      <source>profile folder</source>
      <translation>档案文件夹</translation>
    </message>
    <message>
      <source>read what a damaged case still holds into a new one</source>
      <translation>从损坏的案件文件中读出仍可读取的一切，写入新案件文件</translation>
    </message>
    <message>
      <source>record of which everything said is erased</source>
      <translation>要删除全部内容的记录</translation>
    </message>
    <message>
      <source>report number (报案号)</source>
      <translation>报案号</translation>
    </message>
    <message>
      <source>report number (报案号), when it is known already</source>
      <translation>报案号（已知时填写）</translation>
    </message>
    <message>
      <source>restored</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>revoked</source>
      <translation>已吊销</translation>
    </message>
    <message>
      <source>rule pack for a cover, of those that fit</source>
      <translation>某险种所用的规则包，须为适用者</translation>
    </message>
    <message>
      <source>rule packs (规则包) for calculating: list, check</source>
      <translation>理算规则包：list、check</translation>
    </message>
    <message>
      <source>run the claims service</source>
      <translation>运行理赔中心服务</translation>
    </message>
    <message>
      <source>sealed</source>
      <translation>封存</translation>
    </message>
    <message>
      <source>second office account, which signs in as well</source>
      <translation>第二个公司账户，同样须登录</translation>
    </message>
    <message>
      <source>secret of 32 characters or more under which the private keys lie encrypted (else SURVEYOR_CENTRE_KEY_FILE or SURVEYOR_CENTRE_KEY)</source>
      <translation>用于加密私钥的密钥，至少 32 个字符（否则取自 SURVEYOR_CENTRE_KEY_FILE 或 SURVEYOR_CENTRE_KEY）</translation>
    </message>
    <message>
      <source>set a new passphrase with the recovery code</source>
      <translation>用恢复码设置新口令</translation>
    </message>
    <message>
      <source>should</source>
      <translation>建议</translation>
    </message>
    <message>
      <source>show the version and exit</source>
      <translation>显示版本并退出</translation>
    </message>
    <message>
      <source>show this help message and exit</source>
      <translation>显示本帮助并退出</translation>
    </message>
    <message>
      <source>sign although checks still ask for something; journaled</source>
      <translation>检查仍有缺项时签署的理由，记入日志</translation>
    </message>
    <message>
      <source>sign with the smart card or token of this name; its PIN comes from SURVEYOR_PKCS11_PIN or a prompt</source>
      <translation>用此名称的智能卡或令牌签名；PIN 取自 SURVEYOR_PKCS11_PIN 或当场输入</translation>
    </message>
    <message>
      <source>sign with this PKCS#12 instead of the enrolled one</source>
      <translation>用此 PKCS#12 证书签署，而不用注册所得的证书</translation>
    </message>
    <message>
      <source>signed</source>
      <translation>签名</translation>
    </message>
    <message>
      <source>source: {where}</source>
      <translation>来源：{where}</translation>
    </message>
    <message>
      <source>take a task back</source>
      <translation>收回任务</translation>
    </message>
    <message>
      <source>take back what was given to a laptop</source>
      <translation>吊销发给某台笔记本的证书</translation>
    </message>
    <message>
      <source>take photos, video, sound and papers into a case</source>
      <translation>把照片、视频、录音和单证导入案件</translation>
    </message>
    <message>
      <source>task id</source>
      <translation>任务编号</translation>
    </message>
    <message>
      <source>task kind (default: scene)</source>
      <translation>任务类型（默认：scene）</translation>
    </message>
    <message>
      <source>task {task}</source>
      <translation>任务 {task}</translation>
    </message>
    <message>
      <source>the authority's certificate to trust (default: that of the profile)</source>
      <translation>所信任的签发机构证书（默认：档案所注册的机构）</translation>
    </message>
    <message>
      <source>the case file to make</source>
      <translation>要建立的案件文件</translation>
    </message>
    <message>
      <source>the case file to make (default: in the profile)</source>
      <translation>要新建的案件文件（默认：档案内）</translation>
    </message>
    <message>
      <source>the centre's own folder</source>
      <translation>中心自己的数据文件夹</translation>
    </message>
    <message>
      <source>the centre's own folder (default: central)</source>
      <translation>中心自己的数据文件夹（默认：central）</translation>
    </message>
    <message>
      <source>the claims service: serve, claim, user</source>
      <translation>理赔中心服务：serve 运行、claim 报案、user 账号</translation>
    </message>
    <message>
      <source>the damaged case file; it stays as it is</source>
      <translation>损坏的案件文件；其本身保持不变</translation>
    </message>
    <message>
      <source>the file to write</source>
      <translation>要写入的文件</translation>
    </message>
    <message>
      <source>the following arguments are required: %s</source>
      <translation>缺少下列参数：%s</translation>
    </message>
    <message>
      <source>the laptop is lost: make a new profile from the keys beside a case's copy (….keys.toml)</source>
      <translation>电脑遗失：用案件副本旁的密钥文件（….keys.toml）建立新档案</translation>
    </message>
    <message>
      <source>the module of the card's own software (default: that of the settings)</source>
      <translation>该卡自带软件的 PKCS#11 模块（默认：设置中的模块）</translation>
    </message>
    <message>
      <source>the module of the token's own software (else SURVEYOR_CENTRE_PKCS11)</source>
      <translation>令牌自带软件的模块（否则取自 SURVEYOR_CENTRE_PKCS11）</translation>
    </message>
    <message>
      <source>the one-time notice (一次性告知书) of the papers that are missing</source>
      <translation>一次性告知书：列明缺少的单证</translation>
    </message>
    <message>
      <source>the packs there are, with source and validity</source>
      <translation>现有规则包，含来源和有效期</translation>
    </message>
    <message>
      <source>the parties agreed that each insurer pays its own</source>
      <translation>各方同意互碰自赔</translation>
    </message>
    <message>
      <source>the profile: create, recover, code, repair</source>
      <translation>个人档案：建立、找回、恢复码、修复</translation>
    </message>
    <message>
      <source>the same with a reason each: the list that `surveyor check --reasons` wrote, filled in</source>
      <translation>同上，逐项说明理由：由 `surveyor check --reasons` 写出并填好的清单</translation>
    </message>
    <message>
      <source>the whole job unattended on a sample claim</source>
      <translation>用示例案件自动走完全流程</translation>
    </message>
    <message>
      <source>there is no display here; `surveyor --help` lists what works without one.</source>
      <translation>此处没有显示器；`surveyor --help` 列出不需要显示器的命令。</translation>
    </message>
    <message>
      <source>there is no language “{tag}”; there are: {there}</source>
      <translation>没有语言“{tag}”；可用的有：{there}</translation>
    </message>
    <message>
      <source>tie a case opened on the spot to a claim</source>
      <translation>把当场新建的案件并入报案</translation>
    </message>
    <message>
      <source>token whose key gives that secret instead; its PIN comes from SURVEYOR_PKCS11_PIN or a prompt (else SURVEYOR_CENTRE_TOKEN)</source>
      <translation>改由此令牌中的密钥算出该密钥；PIN 取自 SURVEYOR_PKCS11_PIN 或提示输入（否则取自 SURVEYOR_CENTRE_TOKEN）</translation>
    </message>
    <message>
      <source>trust another authority than before: its SHA-256, as the office tells it</source>
      <translation>信任与之前不同的签发机构：其 SHA-256 指纹，由公司告知</translation>
    </message>
    <message>
      <source>unconfirmed: {what}</source>
      <translation>未经证实：{what}</translation>
    </message>
    <message>
      <source>undone</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>unexpected option string: %s</source>
      <translation>不该出现的选项：%s</translation>
    </message>
    <message>
      <source>unknown parser %(parser_name)r (choices: %(choices)s)</source>
      <translation>没有命令 %(parser_name)r（可选：%(choices)s）</translation>
    </message>
    <message>
      <source>unrecognized arguments: %s</source>
      <translation>无法识别的参数：%s</translation>
    </message>
    <message>
      <source>until when, as 2026-12-31; journaled</source>
      <translation>期限，如 2026-12-31；记入日志</translation>
    </message>
    <message>
      <source>usage: </source>
      <translation>用法：</translation>
    </message>
    <message>
      <source>user name at the centre</source>
      <translation>中心的用户名</translation>
    </message>
    <message>
      <source>what a case would pay, and how that comes about (理算)</source>
      <translation>理算：本案估算赔款及其由来</translation>
    </message>
    <message>
      <source>what an office account is there for (default: what clerks do every day)</source>
      <translation>内勤账号的岗位（默认：日常内勤岗位）</translation>
    </message>
    <message>
      <source>what holds of a PDF, a bag or a case, and what does not</source>
      <translation>核验 PDF、证据包或案件：哪些成立，哪些不成立</translation>
    </message>
    <message>
      <source>what is in a case</source>
      <translation>案件里有什么</translation>
    </message>
    <message>
      <source>what is noted with a calculation that is kept</source>
      <translation>随保存的理算书记下的备注</translation>
    </message>
    <message>
      <source>what is still missing before leaving</source>
      <translation>离场前还缺什么</translation>
    </message>
    <message>
      <source>what the account may do (default: surveyor)</source>
      <translation>账号的权限（默认：surveyor）</translation>
    </message>
    <message>
      <source>what was done to accounts, when and by whom</source>
      <translation>何时由何人对账户做了什么</translation>
    </message>
    <message>
      <source>where the files come from; else files and cards are told apart</source>
      <translation>文件来源；不填则自动区分文件与存储卡</translation>
    </message>
    <message>
      <source>whether a pack is in order; says line and reason</source>
      <translation>检查规则包是否正确；指出行号和原因</translation>
    </message>
    <message>
      <source>which certificate of the token, where it has several</source>
      <translation>令牌中有多张证书时，用哪一张</translation>
    </message>
    <message>
      <source>which copies (renditions.toml)</source>
      <translation>哪一种副本（见 renditions.toml）</translation>
    </message>
    <message>
      <source>which key of the token: a secret one, AES or RSA (else SURVEYOR_CENTRE_TOKEN_KEY)</source>
      <translation>用令牌中的哪把密钥：HMAC 密钥、AES 或 RSA（否则取自 SURVEYOR_CENTRE_TOKEN_KEY）</translation>
    </message>
    <message>
      <source>which papers (单证) a case needs, and how far each is</source>
      <translation>案件需要哪些单证，各办到哪一步</translation>
    </message>
    <message>
      <source>which receipt to wait for</source>
      <translation>等到哪一种回执</translation>
    </message>
    <message>
      <source>which sample case (default: motor)</source>
      <translation>哪一类示例案件（默认：motor）</translation>
    </message>
    <message>
      <source>which statements (询问笔录) a case holds, and the paper of one</source>
      <translation>案件中的询问笔录，以及某一份的文书</translation>
    </message>
    <message>
      <source>who did what, when and why</source>
      <translation>谁在何时因何做了什么</translation>
    </message>
    <message>
      <source>why (default: lost)</source>
      <translation>原因（默认：lost 遗失）</translation>
    </message>
    <message>
      <source>why a further notice is needed</source>
      <translation>再次告知的原因</translation>
    </message>
    <message>
      <source>why figures are put in by hand; it stands on the sheet</source>
      <translation>人工录入数值的理由，载于理算书</translation>
    </message>
    <message>
      <source>why there is to be a second claim of a report number; journaled</source>
      <translation>为何同一报案号再立一案；记入日志</translation>
    </message>
    <message>
      <source>why; journaled</source>
      <translation>理由，记入日志</translation>
    </message>
    <message>
      <source>with --keys: name as it stands in reports</source>
      <translation>与 --keys 同用：报告中的姓名</translation>
    </message>
    <message>
      <source>with --keys: user name at the centre</source>
      <translation>与 --keys 同用：中心的用户名</translation>
    </message>
    <message>
      <source>with a watermark, unsigned, nothing is sealed</source>
      <translation>带水印、不签名，不封存任何内容</translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>write its paper: as signed, or a marked draft</source>
      <translation>写出文书：签名原件，或带标记的草稿</translation>
    </message>
    <message>
      <source>write the last notice as issued, or a marked draft where there is none</source>
      <translation>写出最近一份告知书（按出具原样）；尚无时写出带标记的草稿</translation>
    </message>
    <message>
      <source>write the sheet (理算书), for the office alone</source>
      <translation>写出理算书，仅供内部</translation>
    </message>
    <message>
      <source>{case} is not assigned to {user}</source>
      <translation>{case} 未派给 {user}</translation>
    </message>
    <message>
      <source>{count} copies in {path}; {manifest} ties each to its original.</source>
      <translation>{count} 份副本在 {path}；{manifest} 记有每份副本与原件的对应。</translation>
    </message>
    <message>
      <source>{count} file(s) are empty (0 bytes): there is nothing in them, their names are kept.</source>
      <translation>{count} 个文件为空（0 字节）：其中没有内容，只保留文件名。</translation>
    </message>
    <message>
      <source>{count} hidden or trashed file(s) are not taken in: {names}</source>
      <translation>{count} 个隐藏或已删除（回收站）的文件不导入：{names}</translation>
    </message>
    <message>
      <source>{count} of {total} still to be settled.</source>
      <translation>共 {total} 项，还有 {count} 项未办妥。</translation>
    </message>
    <message>
      <source>{count} page(s), SHA-256 {sha256}</source>
      <translation>{count} 页，SHA-256 {sha256}</translation>
    </message>
    <message>
      <source>{count} paper(s)</source>
      <translation>{count} 项资料</translation>
    </message>
    <message>
      <source>{count} thing(s) still missing.</source>
      <translation>尚缺 {count} 项。</translation>
    </message>
    <message>
      <source>{count} {outcome}</source>
      <translation>{outcome} {count} 个</translation>
    </message>
    <message>
      <source>{empty} file(s) are EMPTY, only their names are kept.</source>
      <translation>{empty} 个文件是空文件，只保留文件名。</translation>
    </message>
    <message>
      <source>{new} new of {total}</source>
      <translation>{total} 个中有 {new} 个新文件</translation>
    </message>
    <message>
      <source>{outcome} ({reason})</source>
      <translation>{outcome}（{reason}）</translation>
    </message>
    <message>
      <source>{path} is removed; receipt and heads stay in the profile.</source>
      <translation>{path} 已移除；回执和日志头仍留在本机。</translation>
    </message>
    <message>
      <source>{path}: every entry, record and original holds.</source>
      <translation>{path}：条目、记录和原始文件均有效。</translation>
    </message>
    <message>
      <source>{path}: holds.</source>
      <translation>{path}：有效。</translation>
    </message>
    <message>
      <source>{path}: the signatures reach the level {level} of PAdES.</source>
      <translation>{path}：签名达到 PAdES {level} 级。</translation>
    </message>
    <message>
      <source>{path}: {entries} lines of the journal and {originals} originals are in the new case.</source>
      <translation>{path}：新案件文件中有 {entries} 行日志、{originals} 个原件。</translation>
    </message>
    <message>
      <source>{server}: this connection is not encrypted. Others on the way can read what is sent. Ask the office for an address that begins with https.</source>
      <translation>{server}：此连接未加密，途中他人可读到所发内容。请向办公室索取以 https 开头的地址。</translation>
    </message>
    <message>
      <source>{user} is enrolled at {server}.</source>
      <translation>{user} 已在 {server} 注册。</translation>
    </message>
    <message>
      <source>{user} may sign in no more.</source>
      <translation>{user} 不能再登录。</translation>
    </message>
    <message>
      <source>{user} may work here.</source>
      <translation>{user} 可以在此工作。</translation>
    </message>
    <message>
      <source>{user}: {standing}</source>
      <translation>{user}：{standing}</translation>
    </message>
  </context>
</TS>
