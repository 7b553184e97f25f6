using System.Data.Common;
using AiFixer.Simulation.Kernel;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Statements;

namespace AiFixer.Simulation.Disk;

/// <summary>A writer's connection that may break at any moment, also at the worst.</summary>
internal sealed class SimSession(SimDisk disk, SimProcess process, IWriteSession inner) : IWriteSession
{
    private Trouble trouble;

    public DbConnection Connection
    {
        get
        {
            Check();
            return disk.Connection;
        }
    }

    public void Write(IReadOnlyList<Command> commands)
    {
        Begin([]);
        if (commands is [GuardLease guard, ..])
            Guard(guard);
        Commit([.. commands.Where(command => command is not GuardLease)]);
    }

    public void Begin(IReadOnlyList<Question> questions)
    {
        trouble = disk.Faults.Next();
        Check();
        if (trouble == Trouble.NotBegun)
            throw Told("The transaction does not begin.");
        inner.Begin(questions);
    }

    public void Commit(IReadOnlyList<Command> commands)
    {
        if (trouble is Trouble.NotCommitted or Trouble.DeathBefore)
        {
            inner.Rollback();
            throw Told("The transaction is not committed.");
        }

        inner.Commit(commands);
        disk.Sim.Story.Tell(disk.Sim, process, commands);
        if (trouble is Trouble.AnswerLost or Trouble.DeathAfter)
            throw Told("The transaction is committed, and the answer is lost.");
    }

    public void Rollback() => inner.Rollback();

    public void Dispose()
    {
        inner.Rollback();
        inner.Dispose();
    }

    private void Check()
    {
        if (disk.Faults.IsGone)
            throw new Outage("The connection broke.");
    }

    private Outage Told(string what)
    {
        disk.Sim.Story.Tell(disk.Sim, $"{process.Name}: {what}");
        if (trouble is Trouble.DeathBefore or Trouble.DeathAfter)
            process.Kill();
        return new(what);
    }

    // SQLite takes a division by zero for nothing where PostgreSQL fails.
    private void Guard(GuardLease guard)
    {
        if (disk.Connection.Scalar<long>(
            "select count(*) from leases where name = @name and token = @token and expires_at > sim_now()",
            ("name", guard.Columns[0][0]),
            ("token", guard.Columns[1][0])) == 0)
            throw new LeaseGuardException();
    }
}
