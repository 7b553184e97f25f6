using System.Data.Common;

namespace AiFixer.Storage.Writing;

internal sealed class Job<T>(Func<DbConnection, T> work) : Job
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => _source.Task;

    public override void Run(DbConnection connection) => _source.SetResult(work(connection));

    public override void Fail(Exception exception) => _source.TrySetException(exception);
}
