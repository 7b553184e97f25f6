using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>A running worker: asks it, hears it, and ends it when it does not stop.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly TimeSpan stopGrace;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim speaking = new(1, 1);
    private readonly ConcurrentDictionary<long, PendingCall> pending = new();
    private readonly TaskCompletionSource<Catalogue> catalogue = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long calls;
    private volatile string? ended;

    private WorkerProcess(Process process, TimeSpan stopGrace, TimeProvider time)
    {
        (this.process, this.stopGrace, this.time) = (process, stopGrace, time);
        ProcessId = process.Id;
    }

    public bool IsAlive => ended is null;

    public int ProcessId { get; }

    /// <exception cref="WorkerGoneException">It did not come up.</exception>
    public static async Task<(WorkerProcess Worker, Catalogue Catalogue)> StartAsync(
        string assembly, CustomPluginOptions options, Action<string> line, TimeProvider time, CancellationToken cancellationToken)
    {
        var process = Process.Start(WorkerStart.Of(assembly, options.MemoryMegabytes))
            ?? throw new WorkerGoneException("its process could not be started", called: false);
        var worker = new WorkerProcess(process, options.StopGrace, time);
        _ = new OutputDrain(line, time).RunAsync(process.StandardError.BaseStream);
        _ = worker.HearAsync();
        try
        {
            return (worker, await worker.catalogue.Task.WaitAsync(options.StartTimeout, time, cancellationToken));
        }
        catch (TimeoutException)
        {
            worker.Dispose();
            throw new WorkerGoneException($"its process did not come up within {options.StartTimeout.TotalSeconds:0.#} s", called: false);
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    /// <exception cref="WorkerGoneException">It ended before it answered.</exception>
    public async Task<Reply> AskAsync(Question question, PluginCall made, CancellationToken cancellationToken)
    {
        var call = new PendingCall(made);
        var asked = question with { Id = Interlocked.Increment(ref calls), Call = WireCall.Of(made) };
        pending[asked.Id] = call;
        // First of all: a process that does not read is told nothing, and ended when the time is up.
        await using var registration = cancellationToken.UnsafeRegister(_ => _ = StopAsync(asked.Id, call), null);
        try
        {
            await SayAsync(asked);
            if (ended is { } why)
                call.Fail(why);
            return await call.Answer;
        }
        finally
        {
            pending.TryRemove(asked.Id, out _);
        }
    }

    /// <summary>Ends the process; whatever it has not answered is lost.</summary>
    public void Dispose() => End("it was ended");

    private void End(string why)
    {
        if (Interlocked.CompareExchange(ref ended, why, null) is not null)
            return;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        catalogue.TrySetException(new WorkerGoneException(why, called: false));
        foreach (var call in pending.Values)
            call.Fail(why);
    }

    private async Task StopAsync(long id, PendingCall call)
    {
        _ = SayAsync(new(id, Operation.Cancel));
        if (await Task.WhenAny(call.Answer, Task.Delay(stopGrace, time, CancellationToken.None)) != call.Answer)
            End("it did not stop when its time was up");
    }

    private async Task SayAsync(Question question)
    {
        await speaking.WaitAsync();
        try
        {
            // A process that does not read is ended when the call's time is up, and writing ends with it.
            await process.StandardInput.BaseStream.WriteAsync(Frame.Of(JsonSerializer.SerializeToUtf8Bytes(question, WireJson.Default.Question)));
            await process.StandardInput.BaseStream.FlushAsync();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            End($"its process does not listen: {e.Message}");
        }
        finally
        {
            speaking.Release();
        }
    }

    private async Task HearAsync()
    {
        var why = "its process ended";
        try
        {
            while (await Frame.ReadAsync(process.StandardOutput.BaseStream, CancellationToken.None) is { } message)
                Hear(JsonSerializer.Deserialize(message, WireJson.Default.Reply)!);
            await process.WaitForExitAsync();
            why = $"its process ended with code {process.ExitCode}";
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException or NotSupportedException)
        {
            why = $"its process cannot be understood: {e.Message}";
        }

        End(why);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(Reply reply)
    {
        if (reply.Operation == Operation.Catalogue)
            catalogue.TrySetResult(reply.Catalogue!);
        else if (!pending.TryGetValue(reply.Id, out var call))
            return;
        else if (reply.Operation is Operation.MayLeave or Operation.Setting)
            _ = SayAsync(call.Reply(reply));
        else
            call.End(reply);
    }
}
