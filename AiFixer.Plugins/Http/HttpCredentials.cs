using System.Text;

namespace AiFixer.Plugins.Http;

/// <summary>Puts what the service wants to see of us on a request.</summary>
internal sealed class HttpCredentials(HttpConnectionOptions options, TimeProvider time)
{
    private readonly SecretSource token = new(options.Token, options.TokenFile, time);
    private readonly SecretSource password = new(options.Password, options.PasswordFile, time);
    private readonly SecretSource key = new(options.ApiKey, options.ApiKeyFile, time);

    public void Sign(HttpRequestMessage message)
    {
        if (token.IsThere)
            message.Headers.Authorization = new("Bearer", token.Read());
        if (!string.IsNullOrEmpty(options.User))
            message.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{password.Read()}")));
        if (!string.IsNullOrEmpty(options.KeyHeader))
            message.Headers.TryAddWithoutValidation(options.KeyHeader, key.Read());
        foreach (var (name, value) in options.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>The service refused them: they are read anew next time.</summary>
    public void Forget()
    {
        token.Forget();
        password.Forget();
        key.Forget();
    }
}
