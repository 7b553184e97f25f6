using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Worker.Running;

/// <summary>Asks a plugin what the host asked.</summary>
internal static class PluginCalls
{
    public static async Task<Reply> MakeAsync(IPlugin plugin, Question question, RunningCall running)
    {
        var call = question.Call!.ToCall(running.MayLeave, running, new PrintedLog());
        var reply = new Reply(question.Id, question.Operation);
        return question.Operation switch
        {
            Operation.Run => reply with { Result = await ((IDiagnosticPlugin)plugin).RunAsync(call, running.Token) },
            Operation.Preview => reply with { Preview = await ((IRemediationPlugin)plugin).PreviewAsync(call, running.Token) },
            Operation.Execute => reply with { Executed = await ((IRemediationPlugin)plugin).ExecuteAsync(call, question.Plan!, running.Token) },
            Operation.Observe => reply with { Observed = await ((IRemediationPlugin)plugin).ObserveAsync(call, question.Plan!, running.Token) },
            _ => throw new InvalidOperationException($"{question.Operation} is not for a plugin."),
        };
    }
}
