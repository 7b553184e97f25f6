using System.Net;
using System.Text.RegularExpressions;

namespace AiFixer.Tests.Gateway;

/// <summary>A browser without scripts: keeps cookies, reads the form token from the page before, follows nothing.</summary>
internal sealed partial class TestBrowser(GatewayUnderTest gateway)
{
    private readonly CookieContainer _cookies = new();
    private HttpClient _client = gateway.NewClient();
    private string _page = "";

    /// <summary>From now on another process answers at the same address.</summary>
    public void GoTo(GatewayUnderTest other) => _client = other.NewClient();

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    /// <summary>Sends a form of the page that was read last.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", FormToken().Match(_page).Groups[1].Value))
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        });

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var address = new Uri("http://localhost" + request.RequestUri);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            _cookies.SetCookies(address, cookie);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            _page = await answer.TextAsync();
        return answer;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)" """)]
    private static partial Regex FormToken();
}
