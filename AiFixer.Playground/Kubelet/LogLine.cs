namespace AiFixer.Playground.Kubelet;

internal sealed record LogLine(DateTimeOffset Time, string Text);
