/**
 * The window's only way to the engine: typed questions, cached answers, and asking again when the engine says that
 * something changed. Answers are checked against the contract before a screen sees them.
 */
import {
  QueryClient,
  QueryClientProvider,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient
} from '@tanstack/react-query'
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { createElement, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { z } from 'zod'
import {
  contract,
  type Changed,
  type Noun,
  type OperationName,
  type RequestOf,
  type ResponseOf
} from '../shared/contract/index.ts'
import { FAILURE_CODES, type Failure } from '../shared/contract/operation.ts'
import { tell } from './frame/toast.tsx'

/** An expected refusal of the engine, thrown so that queries and mutations carry it. */
export class DeskFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.sentence)
    this.name = 'DeskFailure'
    this.failure = failure
  }
}

/** Answers the response of the operation, or throws a `DeskFailure`; nothing else. */
export async function ask<Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>> {
  const outcome = OutcomeShape.safeParse(await window.inward.invoke(name, request).catch(() => null))
  if (!outcome.success) throw new DeskFailure(unreadable)
  if (!outcome.data.ok) throw new DeskFailure(outcome.data)
  const value = responseSchemaOf(name).safeParse(outcome.data.value)
  if (!value.success) throw new DeskFailure(unreadable)
  return value.data
}

interface ReadOptions {
  readonly isEnabled?: boolean
  /** Ask again at this pace, for progress that the engine does not push. */
  readonly everyMs?: number
  /** Show the last answer while a changed request is on its way. */
  readonly keepsPrevious?: boolean
}

export function useRead<Name extends OperationName>(
  name: Name,
  request: RequestOf<Name>,
  options: ReadOptions = {}
): UseQueryResult<ResponseOf<Name>, DeskFailure> {
  return useQuery<ResponseOf<Name>, DeskFailure>({
    queryKey: [nounOf(name), name, request],
    queryFn: () => ask(name, request),
    enabled: options.isEnabled ?? true,
    refetchInterval: options.everyMs ?? false,
    ...(options.keepsPrevious === true ? { placeholderData: keepPreviousData } : {})
  })
}

/** A change; when it is done, everything of its noun is asked again, beside what the engine announces. */
export function useChange<Name extends OperationName>(
  name: Name
): UseMutationResult<ResponseOf<Name>, DeskFailure, RequestOf<Name>> {
  const client = useQueryClient()
  return useMutation<ResponseOf<Name>, DeskFailure, RequestOf<Name>>({
    mutationFn: (request) => ask(name, request),
    onSuccess: () => void askAgain(client, [nounOf(name)])
  })
}

type PagedName = 'alert.list' | 'activity.list' | 'audit.list' | 'import.list' | 'import.rejected'
interface Pages<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly failure: DeskFailure | null
  readonly more: () => void
  readonly again: () => void
}

type RowOf<Name extends PagedName> = ResponseOf<Name>['rows'][number]

/** A list that pages by key: `more` brings the next page behind the rows that are there. */
export function usePages<Name extends PagedName>(
  name: Name,
  request: Omit<RequestOf<Name>, 'after'>,
  isEnabled = true
): Pages<RowOf<Name>> {
  const query = useInfiniteQuery({
    queryKey: [nounOf(name), name, request],
    // Sound: the request is the operation's own but for `after`, which every paged operation takes.
    queryFn: ({ pageParam }) => ask(name, { ...request, after: pageParam } as RequestOf<Name>),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
    enabled: isEnabled
  })
  const { data, error, hasNextPage, isFetchingNextPage, isLoading, fetchNextPage, refetch } = query
  const pages = data?.pages
  const rows = useMemo(() => (pages ?? []).flatMap((page): RowOf<Name>[] => page.rows), [pages])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return {
    rows,
    total: pages?.[0]?.total ?? 0,
    hasMore: hasNextPage,
    isLoading: isLoading || isFetchingNextPage,
    failure: error instanceof DeskFailure ? error : null,
    more,
    again: () => void refetch()
  }
}

export function DeskProvider({ children, client }: { readonly children: ReactNode; readonly client?: QueryClient }) {
  const [own] = useState(() => client ?? newClient())
  useEffect(() => window.inward.onChanged((changed: Changed) => void askAgain(own, changed.nouns)), [own])
  return createElement(QueryClientProvider, { client: own }, children)
}

/** Which noun an operation belongs to: the part before the dot, where the engine has no other word for it. */
export function nounOf(name: OperationName): Noun {
  if (name === 'import.progress') return 'progress'
  const prefix = name.slice(0, name.indexOf('.')) as Prefix<OperationName>
  if (prefix === 'score') return 'policy'
  if (prefix === 'operator') return 'workspace'
  if (prefix === 'group' || prefix === 'asset') return 'setting'
  if (prefix === 'analytics') return 'activity'
  return prefix === 'export' ? 'case' : prefix
}
type Prefix<Name extends string> = Name extends `${infer Head}.${string}` ? Head : never

/** Counts in the frame depend on these nouns too. */
const COUNTED: readonly Noun[] = ['alert', 'case', 'import', 'person', 'activity', 'policy']

async function askAgain(client: QueryClient, nouns: readonly Noun[]) {
  if (nouns.includes('waiting'))
    tell({ says: 'Another Inward is writing to this workspace. Yours follows when it is done.' })
  const stale = new Set<Noun>(nouns)
  if (nouns.some((noun) => COUNTED.includes(noun))) stale.add('workspace')
  await Promise.all([...stale].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
}

/** With every rule of what is kept and for how long; a test looks into it. */
export function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Nothing here goes over a network, so being offline changes nothing. A refusal will not turn into a yes by retrying.
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: 30_000,
        gcTime: 120_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false
      },
      // A request may hold a passphrase: it is dropped as soon as its form is gone.
      mutations: { networkMode: 'always', retry: false, gcTime: 0 }
    }
  })
}

const OutcomeShape = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), code: z.enum(FAILURE_CODES), sentence: z.string(), incident: z.string() })
])
const unreadable: Failure = {
  ok: false,
  code: 'fault',
  sentence:
    'The engine gave an answer that this window cannot read. Nothing was changed on screen. Restart Inward; if it happens again, report it.',
  incident: 'window'
}

function responseSchemaOf<Name extends OperationName>(name: Name): z.ZodType<ResponseOf<Name>> {
  // Sound by construction: ResponseOf<Name> is the output of exactly this schema, which TypeScript cannot follow through the index.
  return contract[name].response as unknown as z.ZodType<ResponseOf<Name>>
}
