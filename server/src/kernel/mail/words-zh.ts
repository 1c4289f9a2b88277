import type { MailWords } from './mail-words.ts';

/** The mails in Chinese. */
export const mailWordsZh: MailWords = {
  lead_assigned: {
    subject: '首次跟进任务：{companyName}（{leadNumber}），请于 {dueAt} 前完成',
    lines: ['{recipientName}，您好：', '线索“{companyName}”已分配给您。请在 {dueAt} 之前联系客户，并填写跟进记录。'],
    facts: [
      ['任务', '{task}'],
      ['截止时间', '{dueAt}'],
      ['线索编号', '{leadNumber}'],
      ['联系人', '{contactName}'],
      ['来源', '{source}'],
      ['意向', '{intent}'],
      ['优先级', '{priority}'],
      ['需求描述', '{need}'],
      ['分配原因', '{reason}'],
    ],
    action: '打开线索',
  },
  escalation: {
    subject: '超期升级：{clockName} — {recordTitle}（{ownerName}）',
    lines: [
      '{recipientName}，您好：',
      '{ownerName} 负责的“{recordTitle}”的“{clockName}”已超过时限。请了解情况，并协助推进或重新分配。',
    ],
    facts: [
      ['应完成时间', '{dueAt}'],
      ['负责人', '{ownerName}'],
      ['编号', '{recordNumber}'],
      ['升级级别', '{step}'],
      ['已说明的原因', '{reason}'],
    ],
    action: '查看详情',
  },
  clock_warning: {
    subject: '即将到期：{clockName} — {recordTitle}，{dueAt}',
    lines: ['{recipientName}，您好：', '“{recordTitle}”的“{clockName}”将于 {dueAt} 到期，请及时处理。'],
    facts: [
      ['到期时间', '{dueAt}'],
      ['编号', '{recordNumber}'],
    ],
    action: '立即处理',
  },
  import_done: {
    subject: '导入完成：{file}',
    lines: ['{recipientName}，您好：', '“{file}”已导入完成，每一行都有去处：'],
    facts: [
      ['总行数', '{rows}'],
      ['新建', '{created}'],
      ['补全', '{merged}'],
      ['重复', '{duplicates}'],
      ['未导入', '{rejected}'],
    ],
    action: '查看结果，下载未导入的行',
  },
  import_failed: {
    subject: '导入中断：{file}',
    lines: ['{recipientName}，您好：', '“{file}”的导入中断了。已导入的行都已保存，重新上传会跳过它们。'],
    facts: [
      ['总行数', '{rows}'],
      ['已处理', '{settled}'],
    ],
    action: '查看原因',
  },
  export_done: {
    subject: '导出完成：{file}',
    lines: ['{recipientName}，您好：', '您导出的“{file}”已可下载，文件保留到 {expiresAt}。'],
    facts: [['行数', '{rows}']],
    action: '下载文件',
  },
  invitation: {
    subject: '{inviter} 邀请您加入 {organization} 的商迹',
    lines: [
      '{name}，您好：',
      '{inviter} 邀请您加入“{organization}”，共同管理客户与销售。',
      '请打开下面的链接设置密码。链接仅可使用一次。',
    ],
    facts: [['有效期至', '{expiresAt}']],
    action: '接受邀请',
  },
  password_reset: {
    subject: '重置您的商迹密码',
    lines: [
      '{name}，您好：',
      '有人为您的账号申请了重置密码。请打开下面的链接设置新密码，链接只能用一次。',
      '如果不是您本人申请，请忽略这封邮件，密码不会改变。',
    ],
    facts: [['有效期至', '{expiresAt}']],
    action: '设置新密码',
  },
  digest: {
    subject: '免打扰时段内的 {count} 条通知',
    lines: ['{recipientName}，您好：', '以下是您免打扰时段内收到的通知：', '{items}'],
    facts: [],
    action: '查看全部通知',
  },
  footer: '此邮件由商迹自动发送，请勿直接回复。',
};
