using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Bot.Store;

/// <summary>What workbooks and Word documents have in common: a zip of parts from somebody who is not trusted.</summary>
internal static class OfficePackage
{
    /// <summary>Whether it brings macros, under whatever extension.</summary>
    public static bool HoldsMacros(ZipArchive zip) =>
        zip.Entries.Any(part => Path.GetFileName(part.FullName).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether that is what reading a damaged file ends in.</summary>
    public static bool IsTorn(Exception e) =>
        e
            is OpenXmlPackageException
                or FileFormatException
                or InvalidDataException
                or XmlException
                or EndOfStreamException
                or ArgumentException
                or FormatException
                or InvalidOperationException
                or KeyNotFoundException
                or InvalidCastException
                or NotSupportedException;
}
