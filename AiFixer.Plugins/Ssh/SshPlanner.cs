using AiFixer.Plugins.Docker;

namespace AiFixer.Plugins.Ssh;

/// <summary>Plans a command for the containers it is about.</summary>
internal static class SshPlanner
{
    public static PreviewResult Plan(
        SshArguments arguments, SshCommand command, SshHostOptions host, IReadOnlyList<DockerContainer> found, DateTimeOffset now)
    {
        if (found.Count == 0)
            return PreviewResult.Impossible($"host '{arguments.Host}' has no such containers");
        if (command.Starts && found[0].State.Running)
            return PreviewResult.Impossible($"{found[0].PlainName} runs already");
        var order = new SshOrder(
            command.For(host), [.. found.Select(c => new RestartItem(c.Id, c.PlainName, c.State.StartedAt, c.RestartCount))], now);
        return PreviewResult.Of(new(
            new(arguments.Host, command.IsCompose ? "compose-service" : "container", "", command.Name ?? "all", order.Uid),
            $"ssh {arguments.Host} {string.Join(' ', order.Words)}", order.ToPayload(),
            OutsideText.Visible(string.Concat(found.Select(c =>
                $"-{c.PlainName}: {DockerTarget.Describe(c)}, since {c.State.StartedAt}\n+{c.PlainName}: running, started anew\n"))),
            PlanHash.Of([.. found.Select(c => (c.Id, (string?)c.State.StartedAt))]),
            $"{string.Join(", ", found.Select(c => c.PlainName))} on {arguments.Host}: out of service until started again."));
    }
}
