namespace AiFixer.Tests.Engine.World;

internal enum EffectKind
{
    Applied,

    /// <summary>The account itself refused it.</summary>
    Refused,
}
