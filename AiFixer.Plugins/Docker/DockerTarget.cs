namespace AiFixer.Plugins.Docker;

/// <summary>Finds what is to be restarted and plans it.</summary>
internal static class DockerTarget
{
    public const string Kind = "container";
    private const string ProjectLabel = "com.docker.compose.project";
    private const string ServiceLabel = "com.docker.compose.service";
    private const string NotForOneRun = "com.docker.compose.oneoff=False";
    private const int Most = 20;

    public static async Task<DockerResult<List<DockerContainer>>> FindAsync(
        DockerClient client, DockerArguments arguments, CancellationToken cancellationToken)
    {
        if ((await IdsAsync(client, arguments, cancellationToken)).Failed(out var error, out var ids))
            return new(error);
        var found = new List<DockerContainer>();
        foreach (var id in ids)
        {
            if ((await InspectAsync(client, id, cancellationToken)).Failed(out error, out var container))
                return new(error);
            // The engine also takes the beginning of an id for a name.
            if (container.Id != id && container.PlainName != id)
                return new(new DockerError($"there is no container '{id}'; {container.PlainName} only has an id that begins so", 404));
            found.Add(container);
        }

        return new(found);
    }

    public static Task<DockerResult<DockerContainer>> InspectAsync(DockerClient client, string key, CancellationToken cancellationToken) =>
        client.GetAsync($"/containers/{key}/json", DockerJson.Default.DockerContainer, cancellationToken);

    public static ActionPlan Plan(DockerArguments arguments, DockerConnectionOptions options, List<DockerContainer> found, DateTimeOffset now)
    {
        var order = new RestartOrder(
            [.. found.Select(c => new RestartItem(c.Id, c.PlainName, c.State.StartedAt, c.RestartCount))], (int)options.StopTimeout.TotalSeconds, now);
        return new(
            new(arguments.Connection, arguments.Compose ? "compose-service" : Kind, arguments.Project ?? "", arguments.Compose ? arguments.Container : found[0].PlainName, order.Uid),
            string.Join('\n', order.Call.Split('\n').Select(path => $"POST {path}")), order.ToPayload(),
            OutsideText.Visible(string.Concat(found.Select(c => $"-{c.PlainName}: {Describe(c)}, since {c.State.StartedAt}\n+{c.PlainName}: running, started anew\n"))),
            PlanHash.Of([.. found.Select(c => (c.Id, (string?)c.State.StartedAt))]),
            found.Count == 1
                ? $"{found[0].PlainName} serves nothing for up to {options.StopTimeout.TotalSeconds:0} s and its start."
                : $"{found.Count} containers of {arguments.Container} restart, one after the other.")
        {
            Labels = OutsideText.Visible(string.Join('\n', found.SelectMany(Labels).Distinct().Order(StringComparer.Ordinal))),
        };
    }

    /// <summary>One a line: what is in a value must not look like another.</summary>
    private static IEnumerable<string> Labels(DockerContainer container) => (container.Config.Labels ?? [])
        .Select(label => $"{label.Key}={label.Value}".ReplaceLineEndings(" "));

    public static string Describe(DockerContainer container) =>
        $"{OutsideText.Line(container.State.Status, 40)}{(container.State.Health is { } health ? $" ({OutsideText.Line(health.Status, 40)})" : "")}, "
        + $"image {OutsideText.Line(container.Config.Image, 200)}, restarted {container.RestartCount} times";

    private static async Task<DockerResult<List<string>>> IdsAsync(DockerClient client, DockerArguments arguments, CancellationToken cancellationToken)
    {
        if (!arguments.Compose)
            return new([arguments.Container]);
        string[] labels = arguments.Project is { } given
            ? [$"{ServiceLabel}={arguments.Container}", NotForOneRun, $"{ProjectLabel}={given}"]
            : [$"{ServiceLabel}={arguments.Container}", NotForOneRun];
        var filter = Uri.EscapeDataString($$"""{"label":[{{string.Join(',', labels.Select(l => $"\"{l}\""))}}]}""");
        var listed = await client.GetAsync($"/containers/json?all=1&filters={filter}", DockerJson.Default.DockerSummaryArray, cancellationToken);
        if (listed.Failed(out var error, out var found))
            return new(error);
        var projects = found.Select(c => OutsideText.Line(c.Labels?.GetValueOrDefault(ProjectLabel), 130)).Distinct().ToList();
        return (found.Length, projects.Count) switch
        {
            (0, _) => new(new DockerError($"there is no compose service '{arguments.Container}'", 404)),
            (_, > 1) => new(new DockerError($"name the project: {string.Join(", ", projects)} have a service '{arguments.Container}'", 409)),
            ( > Most, _) => new(new DockerError($"{found.Length} containers are more than {Most}", 409)),
            _ => new(found.Select(c => c.Id).Order(StringComparer.Ordinal).ToList()),
        };
    }
}
