using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>A call that a worker has not answered yet.</summary>
internal sealed class PendingCall(Func<bool> mayLeave)
{
    private readonly TaskCompletionSource<Reply> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Reply> Answer => answer.Task;

    public bool MayLeave() => mayLeave();

    public void End(Reply reply) => answer.TrySetResult(reply);

    public void Fail(string why) => answer.TrySetException(new WorkerGoneException(why, called: true));
}
