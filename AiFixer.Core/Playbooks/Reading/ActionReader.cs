using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Plugins;

namespace AiFixer.Core.Playbooks.Reading;

/// <summary>Reads what a playbook does. Whether a plugin takes the arguments is for whoever knows plugins.</summary>
internal static class ActionReader
{
    private const int LongestMessage = 2_000;
    private const int LongestWord = 200;
    private const int MostMinutes = 24 * 60;

    public static PlaybookAction? Read(SourceNode? node, List<PlaybookProblem> problems)
    {
        if (node is null)
            return null;
        var fields = new SourceFields(node, "action.", problems);
        var named = fields.Text("type", 50, required: true);
        var parameters = fields.Node("params", required: named is { Length: > 0 });
        fields.RefuseOthers();
        if (named is not { Length: > 0 } || parameters is null)
            return null;
        if (PlaybookActionNames.Parse(named) is not { } type)
        {
            fields.Wrong("type", $"must be one of {PlaybookActionNames.All}");
            return null;
        }

        var given = new SourceFields(parameters, "action.params.", problems);
        var action = Read(type, given);
        given.RefuseOthers();
        return action;
    }

    private static PlaybookAction? Read(PlaybookActionType type, SourceFields given) => type switch
    {
        PlaybookActionType.DockerRestart => DockerRestart(given),
        PlaybookActionType.SshCmd => SshCmd(given),
        PlaybookActionType.AlertOnly => new(type, Message: given.Text("message", LongestMessage, required: true)),
        PlaybookActionType.WaitRetry => new(type, Wait: TimeSpan.FromMinutes(given.Number("wait_minutes", 1, 1, MostMinutes, required: true))),
        _ => Plugin(given),
    };

    private static PlaybookAction DockerRestart(SourceFields given)
    {
        var arguments = new JsonObject { ["container"] = given.Text("container", LongestWord, required: true) };
        if (given.Flag("compose", false))
            arguments["compose"] = true;
        Add(arguments, "project", given.Text("project", LongestWord));
        Add(arguments, "connection", given.Text("connection", LongestWord));
        return new(PlaybookActionType.DockerRestart, Request("docker.restart", arguments));
    }

    /// <summary>A command may be written as one line of plain words, or as a list of them; no shell ever sees it.</summary>
    private static PlaybookAction SshCmd(SourceFields given)
    {
        var host = given.Text("host", LongestWord, required: true);
        var line = given.Text("cmd", LongestWord);
        var words = given.Words("argv", 8, LongestWord);
        if (line is null == words.IsEmpty)
            given.Wrong("argv", "or cmd must say the command, one of them");
        var argv = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [.. words];
        var arguments = new JsonObject { ["argv"] = new JsonArray([.. argv.Select(word => (JsonNode)word)]), ["host"] = host };
        return new(PlaybookActionType.SshCmd, Request("ssh.cmd", arguments));
    }

    private static PlaybookAction? Plugin(SourceFields given)
    {
        var plugin = given.Text("plugin", LongestWord, required: true);
        var node = given.Node("arguments");
        if (node is not (null or SourceNode.Map))
            given.Wrong("arguments", "must have named fields");
        return plugin is null ? null : new(PlaybookActionType.Plugin, Request(plugin, SourceJson.Of(node) as JsonObject ?? []));
    }

    private static void Add(JsonObject arguments, string name, string? value)
    {
        if (value is not null)
            arguments[name] = value;
    }

    /// <summary>Canonical: names in their order, nothing between.</summary>
    private static PluginRequest Request(string plugin, JsonObject arguments) => new(
        plugin,
        new JsonObject(arguments.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())))
            .ToJsonString(Readable));

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
