/** Screen copy of the organisation in Chinese. */
export const zh = {
  'organization.email': '邮箱',
  'organization.password': '密码',
  'organization.password.hint': '至少 10 个字符，越长越安全，不限种类',
  'organization.name': '您的姓名',
  'organization.organizationName': '企业名称',
  'organization.signIn.title': '登录商迹',
  'organization.signIn.act': '登录',
  'organization.signIn.setUp': '系统还没有初始化。请打开启动时打印的初始化链接。',
  'organization.signIn.forgot': '忘记密码？请联系管理员重新邀请。',
  'organization.setUp.title': '建立您的企业',
  'organization.setUp.note': '这个入口只用一次：建好企业和第一位管理员后就关闭。',
  'organization.setUp.act': '建立企业并登录',
  'organization.setUp.closed': '系统已经初始化，请直接登录。',
  'organization.setUp.toSignIn': '去登录',
  'organization.join.title': '加入{organization}',
  'organization.join.note': '设置密码后即可登录。这个链接只能用一次。',
  'organization.join.act': '加入并登录',
  'organization.join.loading': '正在核对邀请',
} as const;

export { settingsZh } from './settings-zh.ts';
