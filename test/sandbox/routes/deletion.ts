/** How something is deleted: at once and with 204, or by a task, whose id is answered. Which of them is not known. */
import type { FastifyReply } from 'fastify';
import type { Organization } from '../accounts';
import type { World } from '../world';

export async function sendDeletion(
  { mode, tasks }: World,
  { id }: Organization,
  reply: FastifyReply,
  drop: () => void,
): Promise<FastifyReply> {
  if (mode.deletion === 'task') {
    const work = (): boolean => {
      drop();
      return true;
    };
    return reply.send({ taskId: tasks.start(id, mode.taskPolls, work) });
  }
  drop();
  return reply.code(204).send();
}
