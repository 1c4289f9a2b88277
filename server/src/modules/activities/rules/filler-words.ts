const split = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * Words a record can do without: acts of getting in touch, polite outcomes, promises to go on. What is left of a text
 * after taking them out is what it tells. Longer ones are taken out first.
 */
export const chineseFiller = split(`
已经 已沟通 沟通 联系上 联系 联络 打电话 打了电话 打过电话 打了个电话 电话 致电 来电 去电 通话 通电话 拜访 走访 回访 上门 登门 跟进 跟踪 追踪 聊天 聊聊 聊得 聊 谈话 谈得 谈 交流
洽谈 交谈 会谈 商谈 见面 碰面 面谈 会面 接触 对接 接洽 发微信 微信 发消息 发信息 消息 信息 短信 邮件 留言 问候 寒暄 推进 推动 维护 维系 介绍 讲解 说明 讨论 探讨 了解 询问 咨询 沟通过 认识 熟悉 加了微信
客户 顾客 对方 甲方 我方 双方 彼此 大家 联系人 对接人 负责人 领导 公司 贵司 他们 我们 自己 本人 人员 相关 有关
考虑 考量 斟酌 商量 商议 研究 评估 看看 看一看 再看 想想 想一想 再说 再议 再定 再聊 再谈 待定 未定 不确定 不一定 不清楚 不好说 说不准 有意向 意向 意愿 兴趣 感兴趣 有兴趣 还可以 还行 可以 不错 良好 很好 挺好
较好 好的 尚可 一般 顺利 正常 满意 认可 认同 没问题 没什么 没有 暂时 暂未 暂无 尚未 目前 现在 当前 现阶段 初步 基本 大概 大致 大体 差不多 应该 可能 也许 或许 反馈 回复 答复 回应 回信 结果 进展 进度 进程 情况 状况 状态 现状 问题 事情 事宜
事项 内容 方面 需求 需要 合作 产品 项目 业务 服务 系统 机会 商机 线索 工作 关系 印象 态度 气氛 氛围 过程 信任 诚意 友好 热情 热烈 愉快 融洽 深入 充分 全面 详细 积极 主动 认真 耐心 客气 礼貌 接待 欢迎 感谢 谢谢 辛苦 支持 理解 配合 关注
继续 后续 后期 后面 下次 下回 以后 之后 日后 往后 今后 未来 将来 保持 密切 加强 增进 建立 加深 良好的 随时 定期 不定期 持续 长期 及时 尽快 尽早 抓紧 等待 等候 等通知 等消息 等回复 等客户 有空 有时间 没时间 没空 很忙 在忙 比较忙 忙 改天 过几天 过两天 过段时间 一段时间 几天 近期 近日 最近 稍后
回头 晚点 明天 后天 今天 昨天 前天 当天 下周 本周 这周 上周 下个月 下月 本月 这个月 月底 上午 中午 下午 晚上 早上 周一 周二 周三 周四 周五 周六 周日 星期 年后 节后 节前 春节 年底 届时 到时 到时候 再次 再度 多次 进一步 第一次 首次 努力 争取 尽量 尽力 力争
安排 处理 落实 完成 准备 计划 打算 希望 期待 期望 表示 表达 说明 告知 提到 提出 指出 觉得 认为 知道 清楚 明白 记录 更新 填写 补充 备注 如题 如上 同上 同前 见上 见附件 详见 以上 上述 略 待补充 待跟进 待联系 待回复 待沟通 待确认 未接 跟单 收到 已阅 已读 已办 搞定 进行中 进行 开展 展开
取得 达成 一致 共识 成果 效果 成效 目标 方向 想法 意见 建议 思路 整体 总体 各方面 各个 多方 关键 重点 重要 主要 具体 明确 不明确 模糊 有戏 没戏 有希望 希望很大 没下文 没动静 没反应 没回 无果 无进展 无变化 没变化 没进展 无更新 无 暂缓 观望 犹豫 纠结 拖延 测试 哈哈 呵呵 嘻嘻 嘿嘿 啊啊 嗯嗯 哦哦 阿斯顿 随便 不知道
一下 一次 一些 一点 一遍 一番 有点 有些 非常 十分 特别 比较 相当 稍微 略微 更加 越来越 总之 另外 同时 此外 然后 接着 最后 首先 其次 因此 所以 但是 不过 虽然 如果 因为 由于 关于 对于 通过 根据 按照 以及 或者 还是 就是 这个 那个 这样 那样 什么 怎么 为了 潜在 待开发 开发 早日 签单 成单 成交 拿下 赢单 好好 慢慢 再接再厉 保持住 稳定 稳步 常规 日常 例行 走流程 内部 申请 汇报
`);

/** Single letters that carry no fact once the filler is gone. */
export const emptyLetters = new Set(
  '的了在是有我你您他她它们这那就也都还又再很太会能想给跟和与及或但而被把将对向从到上下中吧呢啊哦嗯吗呀哈嘿哎唉呵嘻个些点一过着得地为以于之其该此并且因所如若则即可已未没无请让去来说问至先后前好行要做搞弄见次时候人事打',
);

export const englishFiller = new Set(
  split(`
a an the and or but so to of in on at by for with from about as into is are was were be been being am do did does done has have had will would shall should can could may might must not no yes i we
he she it they you me us him her them my our his their your its this that these those there here then than too very just also again soon later today tomorrow yesterday now next week month year day days time
times morning afternoon evening monday tuesday wednesday thursday friday saturday sunday when while after before once until still yet more some any all lot bit little much few
mr mrs ms sir madam customer customers client clients buyer prospect lead person guy contact contacts contacted contacting call calls called calling phone phoned rang ring talk talks talked talking speak spoke spoken chat chatted
discuss discussed discussion discussing conversation communicate communicated communication meet met meeting visit visited visiting email emailed mail mailed message messaged wechat text texted reach reached reaching touch touched touching
follow followed following followup up keep kept keeping stay stayed maintain maintained connect connected connection relationship introduce introduced introduction product products service services project company business
consider considers considered considering consideration think thinks thinking thought decide deciding see seeing look looking wait waits waiting waited hold pending progress progressing process processing ongoing continue continues continued continuing
interest interested interesting good great nice fine ok okay well better positive friendly happy pleasant smooth smoothly normal usual usually fair going went goes gone get got getting
update updates updated status situation feedback reply replied response responded answer answered news result results info information details detail thing things stuff issue issues matter needs need needed want wanted wants
maybe perhaps possibly probably might sure certain unsure nothing something anything none na tbd tba todo n same above ditto below test testing asdf qwerty lorem ipsum dolor sit amet consectetur adipiscing elit blah foo bar baz xxx haha
further future regular regularly periodically asap check checked checking try tried trying make made let lets said say says told tell hello hi thanks thank please regards soonest back out over off down
  `),
);

/** Words of business that a fact hangs on; one of them makes a short sentence weigh more. */
export const factWords =
  /预算|报价|价格|单价|折扣|账期|付款|首付|定金|发票|合同|标书|招标|投标|中标|采购|下单|订单|交期|交货|交付|验收|质保|样品|样机|参数|规格|型号|图纸|方案|案例|演示|试用|竞品|对手|竞争|决策|审批|签字|签约|立项|拒绝|不买|取消|停产|扩产|产线|接口|部署|培训|贵|万元|\d万|budget|price|pricing|quote|quotation|discount|payment|invoice|contract|tender|order|delivery|sample|spec|specification|proposal|demo|trial|competitor|approval|signed|rejected|cancelled|expensive/;

/** Short words that are the customer's answer by themselves. */
export const plainFacts =
  /太贵|嫌.?贵|没有?预算|无预算|拒绝|不买了|不要了|不采购|已签约|已中标|丢单|流标|停产|倒闭|已选|改用|换供应商|no budget|rejected|refused|too expensive/;

/** Acts that make a next step one that can be done and checked. */
export const actWords =
  /发送|发出|寄送|寄|提供|提交|递交|给出|出具|报价|演示|试用|样品|样机|参数|案例|方案|合同|标书|投标|打样|核价|签约|签字|付款|回款|开票|发票|发货|上门|拜访|登门|面谈|回访|会议|开会|评审|测试|培训|勘查|考察|参观|确认.{2}|核对|对比|整理|邀请|约(?:见|谈|访|会议|面谈|演示|技术|高层|现场)|预约(?!时间)|答复.{2}|解答|修改|更新.{2}|申请.{2}|send|prepare|submit|provide|deliver|demo|present|quote|quotation|sample|proposal|contract|visit|arrange|schedule|invite|call back|confirm \w|share|draft|install|train/;
