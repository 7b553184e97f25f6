using System.Text.Json;
using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Crash;

/// <summary>Asks a service that may die at any time.</summary>
internal static class Client
{
    /// <summary>The answer; null when there was none.</summary>
    public static async Task<T?> TryAsync<T>(IReachable service, Ledger ledger, Func<IncidentApi, Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask(service.Api);
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException or ObjectDisposedException or JsonException)
        {
            ledger.NotAnswered();
            return null;
        }
    }
}
