import { DatePicker, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Button } from '../kit/button/index.ts';
import { Dialog, Sheet } from '../kit/dialog/index.tsx';
import { ChoiceChips, Field, FieldRow, FormFrame, type FormProblem } from '../kit/form/index.ts';
import { Page } from '../kit/page/index.ts';

const refusal: FormProblem = {
  title: '有内容需要更正，请查看标出的各项。',
  fields: [
    { path: 'companyName', message: '这个名称太短' },
    { path: 'elsewhere', message: '没有找到来源' },
  ],
};

function LeadForm({
  problem,
  onSent,
}: {
  readonly problem?: FormProblem | undefined;
  readonly onSent: () => Promise<void>;
}) {
  return (
    <FormFrame
      label="新建线索"
      initial={{ method: 'phone' }}
      problem={problem}
      submitWord="保存"
      onCancel={() => undefined}
      onSubmit={onSent}
    >
      <Field name="method" label="方式">
        <ChoiceChips
          tiles
          choices={[
            { value: 'phone', word: '电话', icon: 'phone' },
            { value: 'visit', word: '拜访', icon: 'pin' },
            { value: 'wechat', word: '微信', icon: 'chat' },
            { value: 'meeting', word: '会议', icon: 'video' },
            { value: 'mail', word: '邮件', icon: 'mail' },
          ]}
        />
      </Field>
      <FieldRow>
        <Field name="companyName" label="客户名称" required>
          <Input />
        </Field>
        <Field name="source" label="来源" required>
          <Select options={[{ value: 'web', label: '官网注册' }]} />
        </Field>
        <Field name="budget" label="预算（万元）">
          <InputNumber />
        </Field>
        <Field name="day" label="预计采购日">
          <DatePicker />
        </Field>
      </FieldRow>
      <Field
        name="need"
        label="客户怎么说"
        help="写明需求、数量和时间"
        required={(values) => values['method'] === 'visit'}
      >
        <Input.TextArea rows={3} />
      </Field>
      <Field name="reason" label="这次晚了，主要原因">
        <ChoiceChips choices={['未接听', '出差', '客户改期', '其他'].map((word) => ({ value: word, word }))} />
      </Field>
    </FormFrame>
  );
}

export function FormScene() {
  const asked = new URLSearchParams(location.search);
  const [problem, setProblem] = useState<FormProblem | undefined>();
  const [sheet, setSheet] = useState(asked.has('sheet'));
  const [dialog, setDialog] = useState(asked.has('dialog'));
  const refuse = async () => {
    setProblem({ ...refusal });
    throw new Error('refused');
  };
  return (
    <Page title="新建线索" actions={<Button onClick={() => setSheet(true)}>打开侧页</Button>}>
      <div style={{ maxWidth: 640 }}>
        <LeadForm problem={problem} onSent={refuse} />
      </div>
      <Sheet open={sheet} title="记录跟进" note="草稿已存" onClose={() => setSheet(false)}>
        <LeadForm onSent={refuse} />
      </Sheet>
      <Dialog
        open={dialog}
        title="转为客户"
        onClose={() => setDialog(false)}
        foot={<Button kind="primary">转为客户</Button>}
      >
        将新建 1 个客户、1 个联系人和 1 个商机。
      </Dialog>
    </Page>
  );
}
