using AiFixer.Core;
using AiFixer.Core.Ports;
using AiFixer.Lark.Room;
using AiFixer.Plugins;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>Carries out what was typed, and says what came of it.</summary>
internal sealed class Commanding(
    StatusCommands status, DecisionCommands decisions, RunCommand run, IPluginHost plugins, IPostedMessages posted)
{
    public async Task<CommandReply> DoAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (words, kind) = (call.Words, call.Command.Kind);
        if (kind == CommandKind.Help)
            return new(words["command.title"], [.. CommandUse.Help(words).Select(use => words.Say("label", use.Line, use.Text))]);
        if (kind == CommandKind.Plugins)
            return Plugins(call);
        var incident = call.Command.Incident ?? await ThreadAsync(call, cancellationToken);
        if (kind == CommandKind.Status)
            return incident is { } one ? await status.OneAsync(words, one, cancellationToken) : await status.AllAsync(words, cancellationToken);
        if (incident is not { } id)
            return CommandReply.Of(words.Say("command.whichIncident", CommandUse.Of(kind)));
        return kind == CommandKind.Run ? await run.RunAsync(call, id, cancellationToken) : await decisions.TellAsync(call, id, cancellationToken);
    }

    /// <summary>Whoever answers one of our cards means its incident.</summary>
    private async Task<IncidentId?> ThreadAsync(CommandCall call, CancellationToken cancellationToken)
    {
        foreach (var id in new[] { call.Message.ParentId, call.Message.RootId })
        {
            if (id is not null && await posted.FindAsync(RoomKeys.Channel, id, cancellationToken) is { } message)
                return message.Incident;
        }

        return null;
    }

    private CommandReply Plugins(CommandCall call)
    {
        var words = call.Words;
        return new(words.Say("command.plugins", plugins.Plugins.Count), [.. plugins.Plugins.Select(plugin => words.Say(
            "command.plugins.line",
            plugin.Name,
            plugin.Category == PluginCategory.Diagnostic ? words["command.plugins.read"] : words.Say("command.plugins.change", words.Name("risk", plugin.Risk)),
            plugin.Description))]);
    }
}
