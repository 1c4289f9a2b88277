/** Screen copy of the organisation in Chinese. */
export const zh = {
  'organization.identifier': '邮箱、手机号或工号',
  'organization.email': '邮箱',
  'organization.password': '密码',
  'organization.password.hint': '至少 10 个字符，越长越安全，不限种类',
  'organization.name': '您的姓名',
  'organization.organizationName': '企业名称',
  'organization.signIn.title': '登录商迹',
  'organization.signIn.act': '登录',
  'organization.signIn.setUp': '系统还没有初始化。请打开启动时打印的初始化链接。',
  'organization.signIn.forgot': '忘记密码？',
  'organization.signInAgain.title': '请重新登录',
  'organization.signInAgain.note': '登录已失效。重新登录后接着做，页面上已填的内容都还在。',
  'organization.secondStep.title': '两步验证',
  'organization.secondStep.note': '密码正确。请打开手机上的验证器，输入当前的动态码。',
  'organization.secondStep.code': '动态码',
  'organization.secondStep.code.hint': '6 位数字；手机不在身边时，用一个恢复码。',
  'organization.secondStep.back': '换一个账号登录',
  'organization.forgot.title': '找回密码',
  'organization.forgot.note': '填写您登录用的名称，我们把重置链接发到账号的邮箱。',
  'organization.forgot.act': '发送重置链接',
  'organization.forgot.sent': '请查收邮件',
  'organization.forgot.sent.note':
    '如果有这个账号，链接已发到它的邮箱，30 分钟内有效，只能用一次。没收到时请看看垃圾邮件。',
  'organization.forgot.noMail': '系统没有配置邮件服务器',
  'organization.forgot.noMail.note': '没有发出邮件。请联系管理员，管理员可以在“成员”里为您生成重置链接或二维码。',
  'organization.forgot.back': '返回登录',
  'organization.reset.title': '设置新密码',
  'organization.reset.note': '保存后，所有设备都会退出登录，请用新密码重新登录。',
  'organization.reset.act': '保存新密码',
  'organization.reset.done': '新密码已保存',
  'organization.reset.done.note': '请用新密码登录。',
  'organization.reset.loading': '正在核对链接',
  'organization.newPassword': '新密码',
  'organization.setUp.title': '建立您的企业',
  'organization.setUp.note': '这个入口只用一次：建好企业和第一位管理员后就关闭。',
  'organization.setUp.begin': '从哪里开始',
  'organization.setUp.begin.help':
    '演示企业是一家虚构的仪表企业，和您的企业分开，随时可以整体移除；以后也能在“设置”里再生成。',
  'organization.setUp.begin.empty': '空白企业',
  'organization.setUp.begin.year': '用一年的销售数据体验',
  'organization.setUp.begin.weeks': '先看三周的样子',
  'organization.setUp.act': '建立企业并登录',
  'organization.setUp.closed': '系统已经初始化，请直接登录。',
  'organization.setUp.toSignIn': '去登录',
  'organization.join.title': '加入{organization}',
  'organization.join.note': '设置密码后即可登录。这个链接只能用一次。',
  'organization.join.act': '加入并登录',
  'organization.join.loading': '正在核对邀请',
} as const;

export { settingsZh } from './settings-zh.ts';
export { accountZh } from './account-zh.ts';
export { leaveZh } from './leave-zh.ts';
export { structureZh } from './structure-zh.ts';
export { joiningZh } from './joining-zh.ts';
