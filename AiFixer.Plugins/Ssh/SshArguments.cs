using System.Text.Json;

namespace AiFixer.Plugins.Ssh;

/// <summary>The arguments of <c>ssh.cmd</c>.</summary>
internal sealed record SshArguments
{
    public string Host { get; set; } = "";

    public string[] Argv { get; set; } = [];

    public static SshArguments Of(PluginCall call) => JsonSerializer.Deserialize(call.Arguments, SshJson.Default.SshArguments)!;
}
