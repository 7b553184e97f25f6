using System.Data.Common;

namespace AiFixer.Storage.Writing;

/// <summary>Something small that is written beside the journal, in the writer's turn.</summary>
internal abstract class Job
{
    public abstract void Run(DbConnection connection);

    public abstract void Fail(Exception exception);
}
