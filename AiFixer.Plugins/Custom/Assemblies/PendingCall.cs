using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>A call that a worker has not answered yet.</summary>
internal sealed class PendingCall(PluginCall call)
{
    private readonly TaskCompletionSource<Reply> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Reply> Answer => answer.Task;

    /// <summary>What the plugin asks while it runs, answered.</summary>
    public Question Reply(Reply asked) => asked.Operation == Operation.MayLeave
        ? new(asked.Id, Operation.MayLeave, Allowed: call.MayLeave())
        : new(asked.Id, Operation.Setting, Text: call.Settings[asked.Key!]);

    public void End(Reply reply) => answer.TrySetResult(reply);

    public void Fail(string why) => answer.TrySetException(new WorkerGoneException(why, called: true));
}
