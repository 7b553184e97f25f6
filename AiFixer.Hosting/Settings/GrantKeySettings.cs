using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Hosting.Configuration;
using AiFixer.Storage;
using AiFixer.Storage.Audit;
using Microsoft.Extensions.Logging;

namespace AiFixer.Hosting.Settings;

/// <summary>The keys that sign grants: those of the configuration, or those of the folder of keys, where one is made when there is none.</summary>
/// <param name="Name">The one of the folder that signs.</param>
internal sealed record GrantKeySettings(string Name, ImmutableList<GrantKey> Configured)
{
    private const string Usual = "grants-1";

    public static GrantKeySettings Read(SettingsReader policy)
    {
        var name = policy.Text("GrantKey", Usual);
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            policy.Problems.Add(policy.Key("GrantKey"), "must be letters, digits, - and _");
        ImmutableList<GrantKey> keys = [.. policy.Sections("GrantKeys").Select(one => Key(one.Settings)).OfType<GrantKey>()];
        foreach (var twice in keys.GroupBy(key => key.Name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
            policy.Problems.Add(policy.Key("GrantKeys"), $"must have names of their own: two are {twice.Key}");
        return new(name, keys);
    }

    public GrantKeys Open(StorageOptions storage, ILogger logger) => new(Configured.IsEmpty
        ? [.. GrantKeyFiles.FindOrMake(storage, Name, logger).Select(key => new GrantKey(key.Name, [.. key.Secret]))]
        : Configured);

    private static GrantKey? Key(SettingsReader key)
    {
        var secret = new byte[256];
        if (key.Text("Name") is not { } name)
            key.Problems.Add(key.Key("Name"), "is missing: a grant says which key signed it");
        else if (!Convert.TryFromBase64String(key.Text("Secret", ""), secret, out var length) || length < GrantKey.ShortestSecret)
            key.Problems.Add(key.Key("Secret"), $"must be {GrantKey.ShortestSecret} bytes or more in base64");
        else
            return new(name, [.. secret[..length]]);
        return null;
    }
}
