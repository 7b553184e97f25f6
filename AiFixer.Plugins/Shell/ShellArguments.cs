using System.Text.Json;

namespace AiFixer.Plugins.Shell;

/// <summary>The arguments of the shell plugins.</summary>
internal sealed record ShellArguments
{
    public const string Argv = """{"type":"array","minItems":1,"maxItems":32,"items":{"type":"string","maxLength":1000,"pattern":"^[^\\x00-\\x1f\\x7f]*$"},"description":"the program and its arguments, one by one; there is no shell"}""";

    public string[] Command { get; set; } = [];

    public int Timeout { get; init; }

    public string Reason { get; set; } = "";

    public static ShellArguments Of(PluginCall call) => JsonSerializer.Deserialize(call.Arguments, ShellJson.Default.ShellArguments)!;
}
