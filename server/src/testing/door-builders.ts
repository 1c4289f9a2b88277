import { createForm, createHook, listHeld, listPosts, receivePost, submitForm } from '@dealtrail/protocol/forms';
import { made, type Params } from './build-by-verb.ts';
import { type Caller, testHouse } from './test-house.ts';

/** A form with three fields; its `key` is in its address. */
export async function webForm(admin: Caller): Promise<Params> {
  const { id, key } = (await made(admin, createForm, {
    name: '官网咨询',
    title: null,
    intro: null,
    sendText: null,
    accent: null,
    source: 'website',
    campaign: null,
    fields: [
      { name: 'companyName', required: true },
      { name: 'phone', required: true },
      { name: 'need', required: false },
    ],
    consentText: '同意就咨询事宜与我联系',
    thanksText: '已收到，我们会尽快联系您',
    redirectUrl: null,
    active: true,
  })) as { id: string; key: string };
  return { id, key };
}

/** A door for another system; its `token` is the secret of its address. */
export async function inboundHook(admin: Caller): Promise<Params> {
  const { hook, path } = (
    await admin.call(createHook, {
      body: {
        name: '抖音表单',
        source: 'website',
        campaign: null,
        fields: [{ name: 'companyName', path: 'name' }],
        deliveryPath: null,
        active: true,
        signed: false,
      },
    })
  ).body;
  return { id: hook.id, token: path.split('/').at(-1) ?? '' };
}

/** A post that names nobody. */
export async function heldPost(admin: Caller): Promise<Params> {
  const { id = '', token = '' } = await inboundHook(admin);
  const { app } = await testHouse();
  await app.inject({ method: 'POST', url: `/api/v1${receivePost.path.replace(':token', token)}`, payload: {} });
  const [post] = (await admin.call(listPosts, { params: { id } })).body.items;
  return { id: post?.id ?? '' };
}

/** A submission that fell into the trap. */
export async function heldSubmission(admin: Caller): Promise<Params> {
  const { id = '', key = '' } = await webForm(admin);
  const body = { companyName: '甲公司', phone: '13895672046', consent: 'yes', website_url: 'http://a.b' };
  await admin.call(submitForm, { params: { key }, body });
  const held = await admin.call(listHeld, { params: { id } });
  return { id: held.body.items[0]?.id ?? '' };
}
