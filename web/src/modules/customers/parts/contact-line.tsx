import type { Contact } from '@dealtrail/protocol/customers';
import { Input } from 'antd';
import { useProblemWords, ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { type Reveal, useReveal } from '../actions/use-reveal.ts';
import { useCustomerWords } from './words.ts';

function ReasonDialog({ reveal }: { readonly reveal: Reveal }) {
  const word = useCustomerWords();
  const problem = useProblemWords(reveal.error);
  return (
    <Dialog open={reveal.asks !== undefined} title={word('customers.reason.title')} onClose={reveal.dropReason}>
      <FormFrame<{ reason: string }>
        label={word('customers.reason.title')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('customers.reason.act')}
        onCancel={reveal.dropReason}
        onSubmit={({ reason }) => reveal.giveReason(reason)}
      >
        <Field name="reason" label={word('customers.reason.label')} required help={word('customers.reason.hint')}>
          <Input maxLength={200} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}

function Said({ reveal }: { readonly reveal: Reveal }) {
  const word = useCustomerWords();
  const { shown, copied } = reveal;
  if (!shown) return null;
  return (
    <p className="k-s12 k-t3" role="status">
      <Facts>
        {copied === true && (
          <span key="copied">{word('customers.contact.copied', { text: shown.phone ?? shown.email ?? '' })}</span>
        )}
        {copied === false && (
          <span key="not-copied" className="k-soon">
            {word('customers.contact.notCopied')}
          </span>
        )}
        <span key="used">{word('customers.contact.used', { used: shown.usedToday, limit: shown.dailyLimit })}</span>
      </Facts>
    </p>
  );
}

/** One person of a customer: contact data masked until they are called or copied, each time counted. */
export function ContactLine({ contact, mayReveal }: { readonly contact: Contact; readonly mayReveal: boolean }) {
  const word = useCustomerWords();
  const reveal = useReveal(contact.customerId, contact.id);
  const { name } = contact;
  const phone = reveal.shown?.phone ?? contact.phone;
  const email = reveal.shown?.email ?? contact.email;
  return (
    <li>
      <div className="k-row k-wrap">
        <b>{name}</b>
        {contact.title && <span className="k-s13 k-t2">{contact.title}</span>}
        <span className="k-grow" />
        {mayReveal && contact.phone && (
          <Button
            kind="link"
            small
            icon="phone"
            busy={reveal.busy}
            label={word('customers.contact.callNamed', { name })}
            onClick={() => reveal.press('call')}
          >
            {word('customers.contact.call')}
          </Button>
        )}
        {mayReveal && (contact.phone ?? contact.email) && (
          <Button
            kind="link"
            small
            icon="copy"
            busy={reveal.busy}
            label={word('customers.contact.copyNamed', { name })}
            onClick={() => reveal.press('copy')}
          >
            {word('customers.contact.copy')}
          </Button>
        )}
      </div>
      <div className="k-s13 k-t2">
        <Facts>
          {phone && <span key="phone">{phone}</span>}
          {email && <span key="email">{email}</span>}
          {contact.wechat && <span key="wechat">{`${word('customers.contact.wechat')} ${contact.wechat}`}</span>}
        </Facts>
      </div>
      <Said reveal={reveal} />
      {!reveal.asks && <ProblemNotice error={reveal.error} />}
      <ReasonDialog reveal={reveal} />
    </li>
  );
}
