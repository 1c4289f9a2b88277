import { activitiesProblems } from '@dealtrail/protocol/activities';
import { activitiesEn, activitiesZh } from '@dealtrail/protocol/activities/messages';
import type { Module } from '../../kernel/house/module.ts';
import { activityClocks } from './clocks.ts';
import { addComment, askSight } from './operations/comment.ts';
import { completeTask } from './operations/complete-task.ts';
import { followUpQuality, listFollowUps } from './operations/read-follow-ups.ts';
import { createTask } from './operations/create-task.ts';
import { listTasks } from './operations/list-tasks.ts';
import { createTemplate, deleteTemplate, listTemplates, updateTemplate } from './operations/manage-templates.ts';
import { timeline } from './operations/timeline.ts';
import { getWatch, listWatched, setWatch } from './operations/watch.ts';
import { whenMentionedTellMember, whenTalkedTellFollowers } from './reactions/tell-people.ts';
import { activityParticipants } from './store/participants.ts';
import { MANAGE_TEMPLATES } from './store/template-store.ts';

/** What people do with records: follow-ups, tasks, and the history everybody reads. */
export const activities: Module = {
  name: 'activities',
  permissions: [MANAGE_TEMPLATES],
  problems: activitiesProblems,
  messages: { zh: activitiesZh, en: activitiesEn },
  clocks: activityClocks,
  participants: activityParticipants,
  constraints: {
    follow_ups_pk: 'already_exists',
    tasks_pk: 'already_exists',
    record_links_pk: 'already_exists',
    follow_up_templates_pk: 'already_exists',
    follow_up_templates_shipped_key: 'conflict',
    comments_pk: 'already_exists',
    watches_once_key: 'conflict',
  },
  reactions: [whenMentionedTellMember, whenTalkedTellFollowers],
  notices: [
    { kind: 'activities.mentioned', app: true, mail: null },
    { kind: 'activities.watched', app: true, mail: null },
  ],
  routes: [
    followUpQuality,
    listFollowUps,
    addComment,
    askSight,
    getWatch,
    setWatch,
    listWatched,
    listTasks,
    createTask,
    completeTask,
    timeline,
    listTemplates,
    createTemplate,
    updateTemplate,
    deleteTemplate,
  ],
};
