namespace AiFixer.Plugins.Kubernetes;

internal sealed record EventData(
    string Type, string Reason, string Message, string Kind, string Name, int Count, string? FirstSeen, string? LastSeen)
{
    private const int MaxMessage = 1024;

    public static EventData Of(KubeEvent seen) => new(
        seen.Type ?? "", seen.Reason ?? "", Bounded(seen.Message ?? ""), seen.InvolvedObject?.Kind ?? "", seen.InvolvedObject?.Name ?? "",
        seen.Times, KubeData.Time(seen.FirstSeen), KubeData.Time(seen.LastSeen));

    private static string Bounded(string text) => text.Length <= MaxMessage ? text : $"{text[..MaxMessage]}…";
}
