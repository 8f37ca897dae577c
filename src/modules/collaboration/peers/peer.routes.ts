/** The pages of questions between communes. */
import { askPeerPage } from './ask-peer.page.tsx'
import { listPeersPage } from './list-peers.page.tsx'
import { closePeerAction, declinePeerPage, showPeerPage } from './show-peer.page.tsx'

export const peerRoutes = [
  askPeerPage,
  listPeersPage,
  showPeerPage,
  declinePeerPage,
  closePeerAction,
]
