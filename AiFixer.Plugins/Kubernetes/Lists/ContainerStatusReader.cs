namespace AiFixer.Plugins.Kubernetes.Lists;

/// <summary>How a pod's containers are doing.</summary>
internal sealed class ContainerStatusReader(KnownTexts texts)
{
    private static readonly ContainerState Nothing = new(null, null, null);

    public List<ContainerStatus>? Read(ref JsonCursor json)
    {
        if (!json.EnterArray())
            return null;
        var all = new List<ContainerStatus>(1);
        while (json.Item())
        {
            if (One(ref json) is { } container)
                all.Add(container);
        }

        return all;
    }

    private ContainerStatus? One(ref JsonCursor json)
    {
        var (name, image, ready, restarts) = ("", (string?)null, false, 0);
        bool? started = null;
        ContainerState? now = null, before = null;
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("name"u8))
                name = texts.Of(json.Bytes()) ?? "";
            else if (field.SequenceEqual("image"u8))
                image = texts.Of(json.Bytes());
            else if (field.SequenceEqual("ready"u8))
                ready = json.Flag();
            else if (field.SequenceEqual("started"u8))
                started = json.Flag();
            else if (field.SequenceEqual("restartCount"u8))
                restarts = json.Whole();
            else if (field.SequenceEqual("state"u8))
                now = State(ref json);
            else if (field.SequenceEqual("lastState"u8))
                before = State(ref json);
            else
                json.Skip();
        }

        return new(name, image, ready, started, restarts, now, before);
    }

    private ContainerState? State(ref JsonCursor json)
    {
        ContainerState.WaitingState? waiting = null;
        ContainerState.RunningState? running = null;
        ContainerState.TerminatedState? ended = null;
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("waiting"u8))
                waiting = Waiting(ref json);
            else if (field.SequenceEqual("running"u8))
                running = Running(ref json);
            else if (field.SequenceEqual("terminated"u8))
                ended = Ended(ref json);
            else
                json.Skip();
        }

        return waiting is null && running is null && ended is null ? Nothing : new(waiting, running, ended);
    }

    private ContainerState.WaitingState? Waiting(ref JsonCursor json)
    {
        string? reason = null;
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("reason"u8))
                reason = texts.Of(json.Bytes());
            else
                json.Skip();
        }

        return new(reason);
    }

    private static ContainerState.RunningState? Running(ref JsonCursor json)
    {
        DateTimeOffset? since = null;
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("startedAt"u8))
                since = KubeMoment.Of(json.Bytes());
            else
                json.Skip();
        }

        return new(since);
    }

    private ContainerState.TerminatedState? Ended(ref JsonCursor json)
    {
        var (code, signal, reason) = (0, 0, (string?)null);
        DateTimeOffset? at = null;
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("exitCode"u8))
                code = json.Whole();
            else if (field.SequenceEqual("signal"u8))
                signal = json.Whole();
            else if (field.SequenceEqual("reason"u8))
                reason = texts.Of(json.Bytes());
            else if (field.SequenceEqual("finishedAt"u8))
                at = KubeMoment.Of(json.Bytes());
            else
                json.Skip();
        }

        return new(code, signal, reason, at);
    }
}
