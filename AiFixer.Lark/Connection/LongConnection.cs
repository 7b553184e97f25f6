using AiFixer.Lark.Intake;
using Microsoft.Extensions.Logging;

namespace AiFixer.Lark.Connection;

/// <summary>Keeps one connection to the platform open, for as long as the service runs.</summary>
internal sealed partial class LongConnection(
    string name, EndpointClient endpoint, LarkIntake intake, Func<double> random, TimeProvider time, ILogger<LongConnection> logger)
{
    private ConnectionConfig config = ConnectionConfig.Default;

    /// <summary>Why it is not open; null when it is.</summary>
    public string? Problem { get; private set; } = "it was not opened yet";

    public async Task RunAsync(CancellationToken stop)
    {
        for (var pauses = 0; !stop.IsCancellationRequested; pauses++)
        {
            try
            {
                var (wasOpen, isFatal, problem) = await OnceAsync(stop);
                if (stop.IsCancellationRequested)
                    return;
                pauses = wasOpen ? 0 : pauses;
                await PauseAsync(ReconnectPause.Next(config, pauses, isFatal, random()), problem, isFatal, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                Stumbled(e, name);
                await PauseAsync(ReconnectPause.Next(config, pauses, isFatal: false, random()), e.Message, isFatal: false, stop);
            }
        }
    }

    private async Task<(bool WasOpen, bool IsFatal, string Problem)> OnceAsync(CancellationToken stop)
    {
        var answer = await endpoint.AskAsync(config, stop);
        config = answer.Config;
        if (answer.Url is not { } url)
            return (false, answer.IsFatal, answer.Problem);
        var dialled = await Dialled.DialAsync(url, time, stop);
        if (dialled.Socket is null)
            return (false, dialled.IsFatal, dialled.Problem);
        using var socket = new FrameSocket(dialled.Socket);
        return (true, false, await HoldAsync(new(socket, answer.Service, config, intake, time), stop));
    }

    private async Task<string> HoldAsync(ConnectionSession session, CancellationToken stop)
    {
        Problem = null;
        LarkInstruments.Connected(1);
        Opened(name);
        try
        {
            return await session.RunAsync(stop);
        }
        finally
        {
            config = session.Config;
            LarkInstruments.Connected(-1);
        }
    }

    private async Task PauseAsync(TimeSpan pause, string problem, bool isFatal, CancellationToken stop)
    {
        Problem = problem;
        if (isFatal)
            Refused(name, problem, pause);
        else
            Lost(name, problem, pause);
        await Task.Delay(pause, time, stop);
    }

    [LoggerMessage(LogLevel.Error, "The connection {Name} to Lark broke in a way that nobody expected")]
    private partial void Stumbled(Exception e, string name);

    [LoggerMessage(LogLevel.Information, "The connection {Name} to Lark is open")]
    private partial void Opened(string name);

    [LoggerMessage(LogLevel.Warning, "There is no connection {Name} to Lark: {Problem}. The next try is in {Pause}")]
    private partial void Lost(string name, string problem, TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "Lark refuses the connection {Name}: {Problem}. Until somebody changes something nobody hears us; the next try is in {Pause}")]
    private partial void Refused(string name, string problem, TimeSpan pause);
}
