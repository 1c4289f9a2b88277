/** Screen copy of the customer page in Chinese. */
export const zh = {
  'customer.timeline': '动态',
  'customer.files': '文件',
} as const;
