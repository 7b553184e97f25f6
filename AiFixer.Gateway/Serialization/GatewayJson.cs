using System.Text.Json;

namespace AiFixer.Gateway.Serialization;

/// <summary>Gives the framework's serializer the rules of <see cref="GatewayJsonContext"/>, which carries them for itself alone.</summary>
internal static class GatewayJson
{
    public static void Apply(JsonSerializerOptions options)
    {
        var ours = GatewayJsonContext.Default.Options;
        options.TypeInfoResolverChain.Insert(0, GatewayJsonContext.Default);
        options.DefaultIgnoreCondition = ours.DefaultIgnoreCondition;
        options.NumberHandling = ours.NumberHandling;
        foreach (var converter in ours.Converters)
            options.Converters.Add(converter);
    }
}
