/** Server of `\\server\share\file` where its name has a domain; a bare name is a machine nearby and no domain. */
export function shareHostOf(path: string): string {
  const server = /^(?:\\\\|\/\/)([^\\/]+)[\\/]/.exec(path)?.[1]?.toLowerCase() ?? ''
  return server.includes('.') && server !== '.' ? server : ''
}
