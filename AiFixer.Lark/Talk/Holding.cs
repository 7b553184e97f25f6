using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Room;

namespace AiFixer.Lark.Talk;

/// <summary>Keeps hold of something of the inbox for as long as the work on it takes, and breaks that off when it is lost.</summary>
internal sealed class Holding(IInbox inbox, ReceivedMessage received, TimeProvider time)
{
    /// <summary>So long after a process died somebody else goes on.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Between = Length / 4;

    public async Task<(bool IsLost, string? Problem)> DoAsync(Func<CancellationToken, Task<string?>> work, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = KeepAsync(over);
        try
        {
            return (false, await work(over.Token));
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (true, null);
        }
        finally
        {
            over.Cancel();
            await keeping;
        }
    }

    private async Task KeepAsync(CancellationTokenSource over)
    {
        try
        {
            do
            {
                await Task.Delay(Between, time, over.Token);
            }
            while (await IsOursAsync(over.Token));
            over.Cancel();
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The work is done, or we are told to stop.
        }
    }

    /// <summary>While the store is away nobody else can take it either.</summary>
    private async Task<bool> IsOursAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await inbox.KeepAsync(RoomKeys.Channel, received, Length, cancellationToken);
        }
        catch (JournalUnavailableException)
        {
            return true;
        }
    }
}
