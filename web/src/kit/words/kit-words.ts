type FilterOperatorWord =
  | 'eq'
  | 'ne'
  | 'in'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'between'
  | 'contains'
  | 'startsWith'
  | 'isEmpty'
  | 'within'
  | 'mentions'
  | 'mentionsUnrefused'
  | 'denies';

/** Every word the kit itself says; chapters bring the words of their business as props. */
export interface KitWords {
  readonly close: string;
  readonly cancel: string;
  readonly save: string;
  readonly retry: string;
  readonly back: string;
  readonly more: string;
  readonly open: string;
  readonly gotIt: string;
  readonly loading: string;
  readonly none: string;
  /** Before amounts of other currencies: 另有 US$1.2 万. */
  readonly besides: string;
  readonly clock: {
    late(length: string): string;
    pausedUntil(day: string): string;
    readonly paused: string;
    readonly met: string;
    readonly breached: string;
    readonly cancelled: string;
    readonly started: string;
    readonly due: string;
    moved(first: string, times: number): string;
    escalates(to: string | null): string;
    lateBy(what: string, length: string): string;
    left(what: string, length: string): string;
    waiting(what: string): string;
    done(what: string): string;
  };
  readonly table: {
    filtered(count: string, exact: boolean): string;
    rows(shown: string): string;
    selected(count: string): string;
    selectedAll(count: string): string;
    selectWhole(count: string): string;
    width(column: string): string;
    earlier(column: string): string;
    later(column: string): string;
    readonly clearSelection: string;
    readonly selectAll: string;
    selectRow(name: string): string;
    readonly columns: string;
    readonly columnsHint: string;
    readonly resetColumns: string;
    readonly sortAscending: string;
    readonly sortDescending: string;
    readonly sort: string;
    readonly loadingMore: string;
    readonly keys: string;
    readonly bulk: string;
  };
  readonly filter: {
    readonly add: string;
    readonly addGroup: string;
    readonly builder: string;
    readonly group: string;
    readonly removeGroup: string;
    readonly joins: { readonly all: string; readonly any: string; readonly none: string };
    readonly clear: string;
    remove(what: string): string;
    edit(what: string): string;
    readonly field: string;
    readonly operator: string;
    readonly value: string;
    readonly from: string;
    readonly to: string;
    readonly apply: string;
    readonly search: string;
    readonly any: string;
    readonly and: string;
    readonly or: string;
    readonly not: string;
    readonly me: string;
    many(count: number): string;
    readonly yes: string;
    readonly no: string;
    daysAgo(days: number): string;
    daysAhead(days: number): string;
    /** A day counted back from today. */
    readonly someDaysAgo: string;
    readonly today: string;
    readonly now: string;
    readonly unknownField: string;
    readonly notIn: string;
    readonly filled: string;
    readonly unreadable: string;
    readonly operators: Readonly<Record<FilterOperatorWord, string>>;
    readonly withinSpan: string;
    readonly withinAhead: string;
    readonly dayOnly: string;
    /** Names the first of many words: 采购、购买 等 36 个词. */
    wordsMore(named: string, count: number): string;
    /** The same of other values: 官网注册、转介绍 等 7 项. */
    andMore(named: string, count: number): string;
    readonly typeWords: string;
    readonly daysBack: string;
    readonly daysForward: string;
    readonly dayCount: string;
    readonly unit: string;
    /** Periods by the calendar: the last, the running and the next by name, others counted. */
    readonly periods: Readonly<
      Record<
        'day' | 'week' | 'month' | 'quarter' | 'year',
        { readonly near: Readonly<Record<'-1' | '0' | '1', string>>; far(shift: number): string }
      >
    >;
    readonly dateOperators: Readonly<Partial<Record<FilterOperatorWord, string>>>;
  };
  readonly peek: { readonly previous: string; readonly next: string; position(index: number, total: string): string };
  readonly gate: {
    title(stage: string): string;
    missing(count: number): string;
    there(count: number): string;
    readonly complete: string;
    readonly missingItem: string;
    readonly thereItem: string;
    refused(column: string): string;
  };
  readonly board: {
    readonly moveTo: string;
    readonly hint: string;
    cardMenu(name: string): string;
    picked(name: string, column: string): string;
    over(name: string, column: string): string;
    dropped(name: string, column: string): string;
    cancelled(name: string): string;
    readonly instructions: string;
    count(count: number): string;
    readonly empty: string;
    more(count: number): string;
  };
  readonly form: {
    readonly required: string;
    missing(label: string): string;
    readonly leaveTitle: string;
    readonly leave: string;
    readonly stay: string;
  };
  readonly importing: {
    readonly steps: readonly [string, string, string, string, string];
    readonly drop: string;
    accept(kinds: string, size: string): string;
    readonly next: string;
    readonly start: string;
    readonly another: string;
    readonly chosen: string;
    readonly change: string;
    readonly column: string;
    readonly sample: string;
    readonly target: string;
    readonly skip: string;
    readonly required: string;
    progress(done: string, total: string): string;
    readonly wait: string;
  };
  readonly states: {
    readonly failure: string;
    problemId(id: string): string;
    readonly copyId: string;
    readonly noPermission: string;
    readonly noPermissionHint: string;
    readonly notFound: string;
    readonly notFoundHint: string;
    readonly conflict: string;
    readonly conflictHint: string;
    readonly mine: string;
    readonly theirs: string;
    readonly keepMine: string;
    readonly takeTheirs: string;
    readonly offline: string;
    readonly offlineHint: string;
  };
  readonly timeline: { readonly more: string; readonly empty: string };
  readonly work: { readonly postpone: string; readonly handOver: string };
}
