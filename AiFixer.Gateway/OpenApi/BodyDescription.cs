namespace AiFixer.Gateway.OpenApi;

/// <summary>The JSON body of an endpoint that reads it by itself.</summary>
/// <param name="OrArray">Several in an array do as well.</param>
/// <param name="Optional">It may be left out.</param>
internal sealed record BodyDescription(Type Type, bool OrArray = false, bool Optional = false);
