using System.Diagnostics;
using System.Net;
using System.Text;

namespace AiFixer.Bench.Storms;

/// <summary>Sends webhooks as Alertmanager does: again after a while when the answer is 503.</summary>
internal sealed class StormClient(int port) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly HttpClient _http = new() { BaseAddress = new($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>How often it was told to come again.</summary>
    public int Again => _again;

    private int _again;

    public async Task SendAsync(string body)
    {
        while (true)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _http.PostAsync(new Uri("webhooks/alertmanager", UriKind.Relative), content);
            if (answer.IsSuccessStatusCode)
                return;
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            Interlocked.Increment(ref _again);
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <returns>How long it took, in the clock's own ticks, and the answer.</returns>
    public async Task<(long Ticks, string Text)> GetAsync(string path, string accept)
    {
        var begin = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await _http.SendAsync(request);
        var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return (Stopwatch.GetTimestamp() - begin, text);
    }

    public async Task PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (await _http.PostAsync(new Uri(path, UriKind.Relative), content)).EnsureSuccessStatusCode().Dispose();
    }

    public void Dispose() => _http.Dispose();
}
