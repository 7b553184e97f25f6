using System.Collections.Concurrent;
using System.Text.Json;
using AiFixer.Plugins.Worker.Loading;
using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Worker.Running;

/// <summary>Answers the host until it is gone; calls run beside each other.</summary>
internal sealed class WorkerLoop(Stream input, Stream output, LoadedPlugins loaded)
{
    private readonly ConcurrentDictionary<long, RunningCall> running = new();
    private readonly Lock gate = new();

    public async Task RunAsync()
    {
        Say(new(0, Operation.Catalogue) { Catalogue = loaded.Catalogue });
        while (await Frame.ReadAsync(input, CancellationToken.None) is { } message)
            Hear(JsonSerializer.Deserialize(message, WireJson.Default.Question)!);
    }

    private void Hear(Question question)
    {
        if (question.Operation is Operation.Cancel or Operation.MayLeave or Operation.Setting)
        {
            if (running.TryGetValue(question.Id, out var call))
                call.Hear(question);
            return;
        }

        var made = running[question.Id] = new(question.Id, Say);
        _ = Task.Run(() => AnswerAsync(question, made));
    }

    private async Task AnswerAsync(Question question, RunningCall call)
    {
        Reply reply;
        try
        {
            reply = await PluginCalls.MakeAsync(loaded.Plugins[question.Plugin], question, call);
        }
        catch (Exception e)
        {
            reply = new(question.Id, Operation.Threw) { Error = $"{e.GetType().Name}: {e.Message}" };
        }

        running.TryRemove(question.Id, out _);
        call.Dispose();
        Say(reply);
    }

    private void Say(Reply reply)
    {
        var frame = Frame.Of(JsonSerializer.SerializeToUtf8Bytes(reply, WireJson.Default.Reply));
        lock (gate)
        {
            output.Write(frame);
            output.Flush();
        }
    }
}
