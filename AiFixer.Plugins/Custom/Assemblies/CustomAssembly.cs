using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>The plugins of one assembly in a process of their own, started again when it ended; not at once when it keeps ending.</summary>
internal sealed class CustomAssembly(
    ShadowCopy copy, CustomPluginOptions options, Circuit circuit, Action<string> line, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim starting = new(1, 1);
    private WorkerProcess? worker;
    private readonly Lock gate = new();
    private int underWay;
    private bool isOver;

    public ConnectionStatus Status => circuit.Status;

    public int? ProcessId => worker?.ProcessId;

    /// <exception cref="WorkerGoneException">It did not come up.</exception>
    public async Task<Catalogue> OpenAsync(CancellationToken cancellationToken)
    {
        (worker, var catalogue) = await StartAsync(cancellationToken);
        return catalogue;
    }

    /// <exception cref="WorkerGoneException">Its process ended, or cannot be started.</exception>
    public async Task<Reply> AskAsync(Question question, PluginCall call, CancellationToken cancellationToken)
    {
        lock (gate)
            underWay++;
        try
        {
            return await AskRunningAsync(question, call, cancellationToken);
        }
        finally
        {
            if (Leave())
                End();
        }
    }

    /// <summary>Calls under way are let finish: the last one turns off the light.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
            if (underWay > 0)
                return;
        }

        End();
    }

    private bool Leave()
    {
        lock (gate)
            return --underWay == 0 && isOver;
    }

    private void End()
    {
        worker?.Dispose();
        copy.Dispose();
    }

    private async Task<Reply> AskRunningAsync(Question question, PluginCall call, CancellationToken cancellationToken)
    {
        var asked = await RunningAsync(cancellationToken);
        // Its process may have taken long to start.
        if (question.Operation == Operation.Execute && !call.MayLeave())
            throw new WorkerGoneException("it was not called: it may not leave any more", called: false);
        try
        {
            var reply = await asked.AskAsync(question, call, cancellationToken);
            circuit.Answered();
            return reply;
        }
        catch (WorkerGoneException e)
        {
            circuit.Failed(e.Message, timedOut: false);
            throw;
        }
    }

    private Task<(WorkerProcess Worker, Catalogue Catalogue)> StartAsync(CancellationToken cancellationToken) =>
        WorkerProcess.StartAsync(copy.Assembly, options, line, time, cancellationToken);

    private async Task<WorkerProcess> RunningAsync(CancellationToken cancellationToken)
    {
        if (worker is { IsAlive: true } alive)
            return alive;
        await starting.WaitAsync(cancellationToken);
        try
        {
            if (worker is { IsAlive: true } meanwhile)
                return meanwhile;
            if (isOver)
                throw new WorkerGoneException("it was removed", called: false);
            if (!circuit.TryEnter())
                throw new WorkerGoneException($"its process keeps ending; it is started again at {circuit.Status.RetryAt:HH:mm:ss}: {circuit.Status.LastError}", called: false);
            (worker, _) = await StartAsync(cancellationToken);
            return worker;
        }
        catch (WorkerGoneException e)
        {
            circuit.Failed(e.Message, timedOut: false);
            throw;
        }
        finally
        {
            starting.Release();
        }
    }
}
