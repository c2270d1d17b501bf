// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/theme.h>

#include <gtest/gtest.h>

#include <array>
#include <cmath>

using namespace holdpoint::ui;

namespace {

double channel(double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

/// Contrast of two colours as WCAG 2.1 defines it, 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &c) {
        return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
    };
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

constexpr double forText = 4.5;
constexpr double forControls = 3.0;
constexpr std::array schemes{Scheme::Light, Scheme::Dark};
constexpr std::array groups{QPalette::Active, QPalette::Inactive, QPalette::Disabled};
constexpr std::array tones{Tone::Neutral, Tone::Info,     Tone::Success,  Tone::Warning,
                           Tone::Danger,  Tone::Practice, Tone::Rehearsal};

TEST(ThemeTest, theMeasureGivesTheKnownExtremes)
{
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 0.01);
    EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.01);
}

TEST(ThemeTest, everyTextRoleIsReadableOnEveryGroundItStandsOn)
{
    using P = QPalette;
    const std::array grounds{P::Window, P::Base, P::AlternateBase, P::Button};
    const std::array texts{P::WindowText, P::Text, P::ButtonText, P::PlaceholderText, P::Link, P::LinkVisited};
    for (const Scheme scheme : schemes) {
        const QPalette palette = paletteFor(scheme);
        for (const P::ColorGroup group : groups) {
            for (const P::ColorRole ground : grounds) {
                for (const P::ColorRole text : texts)
                    EXPECT_GE(contrast(palette.color(group, text), palette.color(group, ground)), forText)
                        << "scheme " << int(scheme) << " group " << group << " text " << text << " on " << ground;
            }
            EXPECT_GE(contrast(palette.color(group, P::HighlightedText), palette.color(group, P::Highlight)), forText);
            EXPECT_GE(contrast(palette.color(group, P::ToolTipText), palette.color(group, P::ToolTipBase)), forText);
        }
    }
}

TEST(ThemeTest, everyToneIsReadableOnItsFillOnTheWindowAndOnCards)
{
    for (const Scheme scheme : schemes) {
        const QPalette palette = paletteFor(scheme);
        for (const Tone tone : tones) {
            const ToneColours colours = toneColours(tone, palette);
            for (const QColor &ground : {colours.fill, palette.color(QPalette::Window), palette.color(QPalette::Base)})
                EXPECT_GE(contrast(colours.text, ground), forText) << "scheme " << int(scheme) << " tone " << int(tone);
        }
    }
}

TEST(ThemeTest, substitutedPartsDangerButtonsAndFocusAreSeen)
{
    EXPECT_GE(contrast(Qt::white, dangerButtonColour()), forText);
    for (const Scheme scheme : schemes) {
        const QPalette palette = paletteFor(scheme);
        EXPECT_GE(contrast(palette.color(QPalette::Text), substitutionColour(palette)), forText);
        for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase})
            EXPECT_GE(contrast(palette.color(QPalette::Link), palette.color(ground)), forControls);
    }
}

TEST(ThemeTest, aPaletteTellsItsScheme)
{
    EXPECT_EQ(schemeOf(paletteFor(Scheme::Light)), Scheme::Light);
    EXPECT_EQ(schemeOf(paletteFor(Scheme::Dark)), Scheme::Dark);
}

} // namespace
