import type { Answer } from '@dealtrail/protocol/kernel';
import type { previewFromLead } from '@dealtrail/protocol/opportunities';
import { joined } from '../../../kit/formats/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useLeadWords } from './words.ts';

export type Conversion = Answer<typeof previewFromLead>;

/** What a conversion makes, what it finds already there, and what stays with all of them. */
export function ConversionPreview({ preview }: { readonly preview: Conversion }) {
  const word = useLeadWords();
  const { language } = useKit();
  const { customer, contact, carried } = preview;
  const fate = (existing: boolean) => (
    <StateTag tone={existing ? 'outline' : 'accent'}>
      {word(existing ? 'leads.convert.existing' : 'leads.convert.new')}
    </StateTag>
  );
  const taken = (['followUps', 'files', 'openTasks', 'clocks'] as const)
    .filter((key) => carried[key] > 0)
    .map((key) => word(`leads.convert.carried.${key}`, { count: carried[key] }));
  return (
    <ul className="lead-conversion">
      <li>
        <Icon name="customer" />
        <span className="k-t2">{word('leads.convert.customer')}</span>
        <b>{customer.name}</b>
        {fate(customer.existingId !== null)}
        {customer.existingNumber && <span className="k-t3">{customer.existingNumber}</span>}
      </li>
      <li>
        <Icon name="user" />
        <span className="k-t2">{word('leads.convert.contact')}</span>
        {contact ? (
          <>
            <b>{contact.name}</b>
            {fate(contact.existing)}
          </>
        ) : (
          <span className="k-t3">{word('leads.convert.noContact')}</span>
        )}
      </li>
      <li>
        <Icon name="paperclip" />
        <span className="k-t2">{word('leads.convert.carried')}</span>
        <span>{taken.length > 0 ? joined(taken, 'facts', language) : word('leads.convert.carried.nothing')}</span>
      </li>
    </ul>
  );
}
