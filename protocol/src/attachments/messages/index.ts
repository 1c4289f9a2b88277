/** Chinese sentences of files. */
export const attachmentsZh = {
  'problem.not_previewable': '这种文件不能在浏览器里预览，请下载后查看。',
  'attachments.event.added': '{by}上传了附件 {name}',
  'attachments.event.replaced': '{by}上传了附件 {name} 的新版本',
  'attachments.event.deleted': '{by}删除了附件 {name}',
} as const;

/** English sentences of files. */
export const attachmentsEn = {
  'problem.not_previewable': 'A browser cannot show this kind of file; download it.',
  'attachments.event.added': '{by} added the file {name}',
  'attachments.event.replaced': '{by} added a new version of the file {name}',
  'attachments.event.deleted': '{by} removed the file {name}',
} as const satisfies Record<keyof typeof attachmentsZh, string>;
