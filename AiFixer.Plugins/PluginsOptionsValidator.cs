using Microsoft.Extensions.Options;

namespace AiFixer.Plugins;

/// <summary>Refuses to start with wrong options, naming all of them.</summary>
internal sealed class PluginsOptionsValidator : IValidateOptions<PluginsOptions>
{
    public ValidateOptionsResult Validate(string? name, PluginsOptions options) =>
        options.Problems() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
