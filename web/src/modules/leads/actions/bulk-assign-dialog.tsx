import { assignLead, type LeadRow } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call, freshKey, ProblemError } from '../../../kernel/client/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Bar } from '../../../kit/card/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { FormFrame } from '../../../kit/form/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { type Assignment, AssignFields } from '../parts/assign-fields.tsx';
import { useLeadWords } from '../parts/words.ts';

interface BulkAssignDialogProps {
  readonly leads: readonly LeadRow[];
  readonly onClose: () => void;
  /** Leads that could not be assigned; they stay picked. */
  readonly onDone: (left: ReadonlySet<string>) => void;
}

interface Refused {
  readonly lead: LeadRow;
  readonly why: string;
}

interface Course {
  readonly done: number;
  readonly refused: readonly Refused[];
  readonly over: boolean;
}

async function assignOne(lead: LeadRow, { ownerId, reason }: Assignment): Promise<Refused | undefined> {
  try {
    const input = { params: { id: lead.id }, body: { version: lead.version, ownerId, reason: reason.trim() } };
    await call(assignLead, input, { idempotencyKey: freshKey() });
    return undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { lead, why: error.message };
  }
}

function useCourse(leads: readonly LeadRow[], onDone: BulkAssignDialogProps['onDone']) {
  const cache = useQueryClient();
  const [course, setCourse] = useState<Course>();
  const start = async (assignment: Assignment) => {
    const refused: Refused[] = [];
    for (const [done, lead] of leads.entries()) {
      setCourse({ done, refused, over: false });
      const failed = await assignOne(lead, assignment);
      if (failed) refused.push(failed);
    }
    setCourse({ done: leads.length, refused, over: true });
    onDone(new Set(refused.map(({ lead }) => lead.id)));
    await cache.invalidateQueries({ predicate: ({ queryKey }) => /^(leads|insights)\./.test(String(queryKey[0])) });
  };
  return { course, start };
}

function Result({
  course,
  total,
  onClose,
}: {
  readonly course: Course;
  readonly total: number;
  readonly onClose: () => void;
}) {
  const word = useLeadWords();
  const said = course.over
    ? word('leads.bulk.done', { done: total - course.refused.length, all: total })
    : word('leads.bulk.progress', { done: course.done, all: total });
  return (
    <div className="k-stack" role="status">
      <b>{said}</b>
      <Bar share={course.done / total} label={said} />
      {course.refused.length > 0 && (
        <Notice tone="late" title={word('leads.bulk.refused', { count: course.refused.length })}>
          {course.refused.map(({ lead, why }) => `${lead.title}：${why}`).join(' ')}
        </Notice>
      )}
      {course.over && (
        <div className="k-form-foot">
          <Button kind="primary" onClick={onClose}>
            {word('leads.bulk.close')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Hands several leads to one colleague, one after the other; those that refuse stay picked, each with its reason. */
export function BulkAssignDialog({ leads, onClose, onDone }: BulkAssignDialogProps) {
  const word = useLeadWords();
  const [picked] = useState(leads);
  const { course, start } = useCourse(picked, onDone);
  const { language } = useKit();
  const names = picked.slice(0, 5).map(({ title }) => title);
  return (
    <Dialog open title={word('leads.bulk.title', { count: picked.length })} onClose={onClose}>
      {course ? (
        <Result course={course} total={picked.length} onClose={onClose} />
      ) : (
        <>
          <p className="k-t2 lead-bulk-names">
            {word(picked.length > names.length ? 'leads.bulk.someOf' : 'leads.bulk.names', {
              names: joined(names, 'names', language),
              count: picked.length,
            })}
          </p>
          <FormFrame<Assignment>
            label={word('leads.assign')}
            initial={{}}
            guard={false}
            submitWord={word('leads.assign')}
            onCancel={onClose}
            onSubmit={start}
          >
            <AssignFields />
          </FormFrame>
        </>
      )}
    </Dialog>
  );
}
